import { CommandRejected } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import { childrenOf } from '../behaviors/children.ts'
import { type Move, refuseMidRun } from '../behaviors/migration/migration.ts'
import { planMigration } from '../behaviors/migration/plan.ts'
import { migrateWaits } from '../behaviors/migration/waits.ts'
import { nodeOf } from '../behaviors/nodes.ts'
import { transition } from '../behaviors/transition.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'
import type { CommandProcessor } from './command-processor.ts'
import { isKey } from './find-target.ts'

/**
 * Carries a running instance over to another definition, every active element to the one it is mapped to. Keys, jobs, variables and people's work stay;
 * events that are mapped are waited for as before, others anew (ENGINE Y2).
 */
export const migrateProcessInstance: CommandProcessor<'MIGRATE_PROCESS_INSTANCE'> = (execution, command) => {
  const { processInstanceKey, targetProcessDefinitionKey, mappingInstructions } = command
  enterWaiting(execution, processInstanceKey)
  const definition = findTarget(execution, targetProcessDefinitionKey)
  const target = execution.world.definitions.processOf(targetProcessDefinitionKey)
  const moves = planMigration(execution.state, execution.process, target, mappingInstructions)
  const { processDefinitionKey: from } = execution.state
  const mapping = new Map(mappingInstructions.map(each => [each.sourceElementId, each.targetElementId]))
  const migration = { state: execution.state, source: execution.process, target, mapping }
  execution.follow(definition)
  for (const move of moves) {
    tellElement(execution, move, definition, from)
    migrateWaits(execution, migration, move)
    tellCalled(execution, move.key)
  }
  execution.emit({
    valueType: 'PROCESS_INSTANCE_MIGRATION',
    intent: 'MIGRATED',
    key: processInstanceKey,
    value: { processInstanceKey, targetProcessDefinitionKey, mappingInstructions },
  })
  return {}
}

/** Turns to an instance all of whose paths wait. */
function enterWaiting(execution: Execution, key: Key): void {
  const draft = isKey(key) ? execution.world.workspace.find(key) : undefined
  if (!draft)
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to migrate process instance but no process instance found with key '${key}'`,
    )
  refuseMidRun(draft.state)
  execution.enter(key)
}

function findTarget({ world: { store } }: Execution, processDefinitionKey: Key): Rows['process'] {
  const row = isKey(processDefinitionKey) ? store.find('process', { processDefinitionKey }) : undefined
  if (row) return row
  throw new CommandRejected(
    'NOT_FOUND',
    `Expected to migrate process instance to process definition but no process definition found with key '${processDefinitionKey}'`,
  )
}

/** Everything in an instance that is called by one that went over is told so. */
function tellCalled(execution: Execution, key: Key): void {
  const called = execution.element(key).calledInstanceKey
  if (called !== undefined && execution.isRunning(called))
    execution.within(called, () => tellAncestor(execution, called))
}

function tellAncestor(execution: Execution, key: Key): void {
  transition(execution, nodeOf(execution, key), key, 'ANCESTOR_MIGRATED', execution.element(key).flowScopeKey)
  tellCalled(execution, key)
  for (const child of childrenOf(execution, key)) tellAncestor(execution, child)
}

function tellElement(execution: Execution, { key, to }: Move, definition: Rows['process'], from: Key): void {
  const { flowScopeKey } = execution.element(key)
  const { processDefinitionKey, version } = definition
  execution.emit({
    valueType: 'PROCESS_INSTANCE',
    intent: 'ELEMENT_MIGRATED',
    key,
    value: {
      elementId: to.id,
      bpmnElementType: to.type,
      ...(to.eventType !== undefined && { bpmnEventType: to.eventType }),
      ...(flowScopeKey === undefined ? { migration: { processDefinitionKey, version, from } } : { flowScopeKey }),
    },
  })
}
