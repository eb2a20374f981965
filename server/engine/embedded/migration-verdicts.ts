import type { MigrationVerdict } from '../process-engine.ts'
import type { MigrationPlan } from '../protocol/commands.ts'
import { CommandRejected } from '../protocol/errors.ts'
import type { Key } from '../protocol/records.ts'
import { refuseMidRun } from './behaviors/migration/migration.ts'
import { planMigration } from './behaviors/migration/plan.ts'
import type { Definitions } from './definitions.ts'
import type { Workspace } from './workspace.ts'

/**
 * Judges a migration plan on each of many instances as they are, and changes none of them. What only carrying it out can tell, an expression of an event
 * that fails, it does not see.
 * @throws ResourceNotLoaded
 */
export function migrationVerdicts(
  { workspace, definitions }: { workspace: Workspace; definitions: Definitions },
  { targetProcessDefinitionKey, mappingInstructions }: MigrationPlan,
  processInstanceKeys: Key[],
): MigrationVerdict[] {
  const target = definitions.processOf(targetProcessDefinitionKey)
  return processInstanceKeys.map(processInstanceKey => {
    const state = workspace.find(processInstanceKey)?.state
    if (!state) return { processInstanceKey, fits: false, type: 'NOT_FOUND', reason: 'It is not running' }
    try {
      refuseMidRun(state)
      const source = definitions.processOf(state.processDefinitionKey)
      const moves = planMigration(state, source, target, mappingInstructions)
      return { processInstanceKey, fits: true, elements: moves.map(({ from, to }) => [from.id, to.id]) }
    } catch (error) {
      if (!(error instanceof CommandRejected)) throw error
      return { processInstanceKey, fits: false, type: error.type, reason: error.reason }
    }
  })
}
