import { CommandRejected } from '../protocol/errors.ts'
import type { Key } from '../protocol/records.ts'
import { ResourceNotLoaded } from './definitions.ts'

/** We were wrong while working on an instance. It is banned, so that others are not kept waiting by it again and again. */
export class InstanceFault extends Error {
  override readonly name = 'InstanceFault'
  constructor(
    readonly processInstanceKey: Key,
    override readonly cause: Error,
  ) {
    super(`Process instance ${processInstanceKey} cannot go on: ${cause.message}`, { cause })
  }
}

/** The fault behind an error, if it is one: a refusal is none, nor is a database or a disk that fails (those errors carry a code). */
export function faultOf(error: unknown, processInstanceKey: Key | undefined): unknown {
  if (error instanceof CommandRejected || error instanceof ResourceNotLoaded) return error
  if (processInstanceKey === undefined || !(error instanceof Error) || 'code' in error) return error
  return new InstanceFault(processInstanceKey, error)
}
