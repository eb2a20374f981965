import { isDeepStrictEqual } from 'node:util'
import { type Command, CommandRejected, type Json } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { Permission } from '../../identity/roles.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { MasterRegister } from '../../registers/master-registers.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { requirePermission, submit } from '../submit.ts'
import type { Fact } from './late-entry.ts'
import { requireOtherAdministrator } from './require-administrator.ts'

export type Row = { [name: string]: Json }

/** One row of a register as it was and as it shall be: both stand in the journal. */
export type Change = {
  register: MasterRegister
  id: string
  /** Nothing when the row is new. */
  before: Row | null
  after: Row
}

/** An act that changes master data. */
export interface RegisterDeed {
  verb: string
  permission: Permission
  subject: Record<string, string>
  changes: readonly Change[]
  reason?: string | undefined
  payload?: Row
  /** Whose certificates are handled; nobody handles his own. */
  holders?: readonly string[]
  /** What happened before it is entered. */
  facts?: readonly Fact[]
  /** Runs after the checks, inside the act's transaction: secrets that change with it. */
  also?: () => void
}

/** The change of a row to this content; its members that are not given stay as they are. */
export function changeOf(house: House, register: MasterRegister, id: string, given: Row): Change {
  const before = house.registers.find(register, id) ?? null
  return { register, id, before, after: { ...before, ...given } }
}

/** Whether anything would be different. */
export function isRealChange({ before, after }: Change): boolean {
  return Object.keys(after).some(name => !isDeepStrictEqual(before?.[name] ?? null, after[name] ?? null))
}

/** Carries out changes of master data: all of them or none, on rows that are still as they were read. */
export async function changeRegisters(house: House, caller: Caller, deed: RegisterDeed): Promise<void> {
  const { verb, permission, subject, changes, reason, payload, facts, also } = deed
  const real = changes.filter(isRealChange)
  if (real.length === 0 && !also) return
  await submit(house, caller, {
    kind: 'register',
    verb,
    subject,
    payload: { ...payload, ...(reason !== undefined && { reason }), changes: real },
    register: real.map(recordOf),
    commands: real.flatMap(announced),
    ...(facts && { facts: () => facts }),
    permit: person => {
      requirePermission(person, permission)
      refuseOwn(person, deed)
      for (const change of real) refuseStale(house, change)
      requireOtherAdministrator(house, real)
      also?.()
    },
  })
}

/** Hours that are credited let applications go on that wait for them (`msg.training.credited`). */
function announced({ register, after: { personId, kind, hours } }: Change): Command[] {
  if (register !== 'training-hours') return []
  const variables = { creditedKind: kind ?? null, creditedHours: hours ?? null }
  return [
    {
      ...{ type: 'PUBLISH_MESSAGE', name: 'msg.training.credited', correlationKey: String(personId) },
      ...{ timeToLive: 0, variables },
    },
  ]
}

function recordOf({ register, id, after }: Change): RegisterRecord {
  return { register, op: 'put', id, value: after }
}

function refuseStale(house: House, { register, id, before }: Change): void {
  const now = house.registers.find(register, id) ?? null
  if (isDeepStrictEqual(now, before)) return
  const detail = before === null ? { id: 'register.taken', params: { id } } : { id: 'register.changed' }
  throw new CommandRejected('INVALID_STATE', `${register} '${id}' is not as it was read`, detail)
}

/** R-SOD: who handles matters of certificates is not their holder. */
function refuseOwn({ personId }: Person, { holders = [] }: RegisterDeed): void {
  if (!holders.includes(personId)) return
  throw new CommandRejected('FORBIDDEN', `'${personId}' is the holder`, {
    id: 'register.not-ones-own',
    rule: 'R-SOD',
  })
}
