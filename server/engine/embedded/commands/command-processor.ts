import type { CommandResult } from '../../process-engine.ts'
import type { Command, CommandType } from '../../protocol/commands.ts'
import type { Execution } from '../execution.ts'
import type { InternalCommand, InternalCommandType } from './internal-commands.ts'

type AnyCommand<T extends CommandType | InternalCommandType> = T extends CommandType
  ? Command<T>
  : T extends InternalCommandType
    ? InternalCommand<T>
    : never

/** What one command does: rejects first, else says what happened. The steps that follow are taken afterwards. */
export type CommandProcessor<T extends CommandType | InternalCommandType> = (
  execution: Execution,
  command: AnyCommand<T>,
) => CommandResult
