import type { CommandResult } from '../process-engine.ts'
import { CommandRejected, type RejectionType } from '../protocol/errors.ts'

/**
 * A command may be refused although it left a trace: a message that nobody took was published all the same (ENGINE G10). Its entry
 * stands in the journal, and its caller hears the no.
 */
export function refusalIn(results: CommandResult[]): CommandRejected | undefined {
  for (const { rejection } of results) {
    if (typeof rejection !== 'object' || rejection === null || Array.isArray(rejection)) continue
    return new CommandRejected(rejection.type as RejectionType, String(rejection.reason))
  }
  return undefined
}
