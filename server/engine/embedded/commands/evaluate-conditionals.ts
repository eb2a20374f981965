import { CommandRejected } from '../../protocol/errors.ts'
import type { Variables } from '../../protocol/records.ts'
import { conditionHoldsOf } from '../behaviors/conditions.ts'
import { startByEvent } from '../behaviors/start-events.ts'
import type { ConditionalDefinition } from '../event-definitions/conditional.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Starts an instance at every start event whose condition holds over these variables: in all processes, or in one version of one (ENGINE K1). */
export const evaluateConditionals: CommandProcessor<'EVALUATE_CONDITIONALS'> = (execution, command) => {
  const { processDefinitionKey, variables } = command
  if (processDefinitionKey !== undefined && !execution.world.store.find('process', { processDefinitionKey }))
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to evaluate conditionals of process definition with key '${processDefinitionKey}', but no such process definition was found`,
    )
  const starts = execution.world.store
    .startsAwaiting('CONDITIONAL', '')
    .filter(start => processDefinitionKey === undefined || start.processDefinitionKey === processDefinitionKey)
    .filter(start => holds(execution, start, variables))
  return {
    conditionalEvaluationKey: execution.nextKey(),
    processInstances: starts.map(({ processDefinitionKey, elementId }) => {
      const processInstanceKey = execution.nextKey()
      startByEvent(execution, { processDefinitionKey, processInstanceKey, elementId, variables })
      return { processDefinitionKey, processInstanceKey }
    }),
  }
}

function holds(
  { world }: Execution,
  { processDefinitionKey, elementId }: Rows['start'],
  variables: Variables,
): boolean {
  const { event } = world.definitions.processOf(processDefinitionKey).nodes.get(elementId)!
  const { condition } = event!.definition as ConditionalDefinition
  return conditionHoldsOf(world, condition, name => (Object.hasOwn(variables, name) ? variables[name] : undefined))
}
