import { CommandRejected } from '../../engine/index.ts'
import type { InstanceMigration } from '../../registers/instance-migrations.ts'
import type { House } from '../house.ts'

const IDS = { proposed: 'migration.not-proposed', approved: 'migration.not-approved' } as const

/** @throws CommandRejected 409 unless the plan stands so now */
export function requireState(house: House, migrationId: string, state: 'proposed' | 'approved'): InstanceMigration {
  const found = house.instanceMigrations.find(migrationId)
  if (found?.state !== state) throw migrationRefusal(IDS[state])
  return found
}

/** A no of the doors of migrations, journaled as a refusal. */
export const migrationRefusal = (id: string): CommandRejected =>
  new CommandRejected('INVALID_STATE', `A migration refuses: ${id}`, { id })
