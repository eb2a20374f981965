import type { CommandResult } from '../process-engine.ts'
import { CommandRejected } from '../protocol/errors.ts'
import type { Segment } from '../protocol/records.ts'
import type { CommandProcessor } from './commands/command-processor.ts'
import { commandProcessors, type ProcessableCommand } from './commands/index.ts'
import { Execution } from './execution.ts'
import { faultOf } from './fault.ts'
import { HELD_INSTANCES } from './held-instances.ts'
import type { World } from './world.ts'

/** The core: state + command → records, nothing else. @throws CommandRejected when the command is not acceptable; the world is then to be forgotten. */
export function decide(world: World, command: ProcessableCommand): { segments: Segment[]; result: CommandResult } {
  refuseVariables(command)
  const execution = new Execution(world, HELD_INSTANCES[command.type])
  const process = commandProcessors[command.type] as CommandProcessor<'CONTINUE_INSTANCE'>
  try {
    const result = process(execution, command as Parameters<typeof process>[1])
    execution.run()
    world.workspace.save()
    return { segments: execution.segments, result }
  } catch (error) {
    throw faultOf(error, execution.processInstanceKey)
  }
}

/** Variables are named values, whatever the command. */
function refuseVariables(command: ProcessableCommand): void {
  const variables: unknown = 'variables' in command ? command.variables : undefined
  if (variables === undefined || (typeof variables === 'object' && variables !== null && !Array.isArray(variables)))
    return
  const found = variables === null ? 'null' : Array.isArray(variables) ? 'a list' : `a ${typeof variables}`
  throw new CommandRejected(
    'INVALID_ARGUMENT',
    `Expected variables of ${command.type} to be an object, but found ${found}`,
  )
}
