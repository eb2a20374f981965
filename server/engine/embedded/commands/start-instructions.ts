import type { Command } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import { beginByHand, createScope, levelsAround } from '../behaviors/begin-by-hand.ts'
import type { ExecutableProcess } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { BEGINNABLE_TYPES, isBeginnable, isBehindGateway, typeOf } from './activation-checks.ts'

type Instructions = NonNullable<Command<'CREATE_PROCESS_INSTANCE'>['startInstructions']>

/** Refuses a start at elements that do not exist or cannot be begun by hand (ENGINE C4). */
export function refuseStartInstructions(process: ExecutableProcess, instructions: Instructions): void {
  for (const { elementId } of instructions) {
    const why = refusalOf(process, elementId)
    if (why)
      throw new CommandRejected(
        'INVALID_ARGUMENT',
        `Expected to create instance of process with start instructions but ${why}`,
      )
  }
}

/** Opens the process and begins the elements in it, in order; `tell` writes that the instance was created. */
export function startAt(execution: Execution, instructions: Instructions, tell: () => void): void {
  createScope(execution, execution.process.root)
  for (const { elementId } of instructions) beginByHand(execution, { elementId })
  tell()
}

/** What the record of the creation says about it. */
export function toldInstructions({
  startInstructions = [],
  runtimeInstructions = [],
}: Pick<Command<'CREATE_PROCESS_INSTANCE'>, 'startInstructions' | 'runtimeInstructions'>): {
  startInstructions?: { elementId: string }[]
  runtimeInstructions?: { afterElementId: string }[]
} {
  return {
    ...(startInstructions.length > 0 && { startInstructions }),
    ...(runtimeInstructions.length > 0 && { runtimeInstructions }),
  }
}

function refusalOf(process: ExecutableProcess, elementId: string): string | undefined {
  const type = typeOf(process, elementId)
  if (type === undefined) return `no element found with id '${elementId}'.`
  const about = `the element with id '${elementId}'`
  if (!isBeginnable(type)) return `${about} targets unsupported element type '${type}'. ${BEGINNABLE_TYPES}`
  if (elementId !== process.root.id && levelsAround(process, elementId).some(({ inner }) => inner))
    return `${about} is inside a multi-instance subprocess. The creation of elements inside a multi-instance subprocess is not supported.`
  if (isBehindGateway(process, elementId))
    return `${about} belongs to an event-based gateway. The creation of elements belonging to an event-based gateway is not supported.`
  return undefined
}
