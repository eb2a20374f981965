import type { Json, Variables } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { UserTask } from '../../projections/index.ts'
import { PERSONAL_PARTY_MEMBERS } from '../../registers/cases/party-rows.ts'
import { filedCase } from '../cases/register-case.ts'
import type { House } from '../house.ts'

/** A case that is registered with the completion of a task. */
export interface ReceivedCase {
  register: RegisterRecord[]
  personal: readonly string[]
  /** Asks the rules, fills `register` and says its number in the values; inside the savepoint. @throws Problem 422; CommandRejected 403 */
  check(person: Person, values: Variables): void
}

/** Kind of the task in which a transfer is signed for. */
const KIND = 'transfer-receiving'
const ACCEPTING: ReadonlySet<unknown> = new Set(['accept', 'acceptPartial'])
/** What the sender stated that a registration asks for under the same name. */
const STATED = [
  ...['place', 'discoveredOn', 'conductFrom', 'conductTo', 'partyType', 'partyName', 'tradeName', 'idType', 'idCard'],
  ...['otherIdNumber', 'creditCode', 'legalRep', 'repIdNumber', 'partyAddress', 'partyPhone', 'serviceAddress'],
  'guardian',
] as const

/**
 * The case that a street registers by accepting a transfer: by the same act as on the page, once, because it is one with
 * the acceptance. Undefined for every other task, and where a department receives.
 */
export function receivedCase(house: House, task: UserTask, known: Variables): ReceivedCase | undefined {
  if (task.kind !== KIND || known.toIsStreet !== true) return undefined
  const register: RegisterRecord[] = []
  return {
    register,
    personal: PERSONAL_PARTY_MEMBERS,
    check(person, values) {
      if (!ACCEPTING.has(values.receiveAction)) return
      const given = registrationOf(known, values)
      const filed = filedCase(house, person, { orgCode: String(known.toOrg), given })
      register.splice(0, register.length, ...filed.register)
      values.recvCaseNo = filed.answer.caseNo
    },
  }
}

function registrationOf(known: Variables, values: Variables): Variables {
  const stated = STATED.flatMap(name =>
    known[name] === undefined || known[name] === null ? [] : [[name, known[name]]],
  )
  const accepted = values.receiveAction === 'accept' ? known.itemCodes : values.acceptedItems
  return {
    ...(Object.fromEntries(stated) as Variables),
    title: known.caseTitle ?? null,
    itemCode: Array.isArray(accepted) ? (accepted[0] ?? null) : null,
    source: 'transfer',
    facts: known.transferReason ?? null,
    basis: known.transferBasis ?? null,
    clause58: [],
    handlerIds: values.recvHandlerIds ?? [],
    materials: papersOf(known.materials),
  }
}

/** What came with it is of the new case as papers of another kind. */
function papersOf(materials: Json | undefined): Json {
  const rows = Array.isArray(materials) ? materials : []
  return rows.flatMap(row =>
    typeof row === 'object' && row !== null && !Array.isArray(row) && row.file !== undefined
      ? [{ kind: 'other', file: row.file }]
      : [],
  )
}
