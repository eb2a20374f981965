import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Instant, Key, Variables } from '../engine/protocol/records.ts'
import type { Actor } from '../journal/act.ts'
import type { InboxOwner } from './inbox-queries.ts'
import { claimableQueues } from './task-queues.ts'

/** What the first person signed for a task, and what became of it. Instants are UTC ms. */
export interface Sheet {
  userTaskKey: Key
  processInstanceKey: Key
  /** `returned`: the second person sent it back, and the first has not signed again. */
  state: 'awaiting-cosign' | 'returned'
  signedBy: string
  signedAt: Instant
  /** Of the entry that holds what was signed; its hash is what the second person signs. */
  signedSeq: number
  /** Who signed, as the entry has him. */
  signer: Actor
  action: string | null
  variables: Variables
  /** Who may sign second. */
  groups: string[]
  users: string[]
  happenedAt: Instant | null
  lateReason: string | null
  returnedBy: string | null
  returnedAt: Instant | null
  reason: string | null
}

/** The sheets of open tasks. On the writing connection it also sees what the open transaction wrote. */
export interface Sheets {
  find(userTaskKey: Key): Sheet | undefined
  /** Whether it waits for a second signature that this person's offices allow. */
  mayCosign(userTaskKey: Key, person: InboxOwner): boolean
  /** Whether any sheet of the instance does. */
  awaitsIn(processInstanceKey: Key, person: InboxOwner): boolean
}

interface Row extends Omit<Sheet, 'userTaskKey' | 'processInstanceKey' | 'signer' | 'variables' | 'groups' | 'users'> {
  userTaskKey: number
  processInstanceKey: number
  signer: string
  variables: string
  groups: string
  users: string
}

/** Prepares the questions once. */
export function openSheets(db: Database): Sheets {
  const one = db.prepare<[number], Row>(
    `select user_task_key as userTaskKey, process_instance_key as processInstanceKey, state, signed_by as signedBy,
       signed_at as signedAt, signed_seq as signedSeq, signer, action, variables, groups, users,
       happened_at as happenedAt, late_reason as lateReason, returned_by as returnedBy, returned_at as returnedAt, reason
     from sheet where user_task_key = ?`,
  )
  const waits = (column: string) =>
    db.prepare<[string, number]>(
      `select 1 from sheet_queue where queue in (select value from json_each(?)) and ${column} = ? limit 1`,
    )
  const ofTask = waits('user_task_key')
  const ofInstance = waits('process_instance_key')
  const queuesOf = ({ personId, groups }: InboxOwner) => JSON.stringify(claimableQueues(personId, groups))
  return {
    find(userTaskKey) {
      const key = Number(userTaskKey)
      const row = Number.isSafeInteger(key) ? one.get(key) : undefined
      return row && sheetOf(row)
    },
    mayCosign: (userTaskKey, person) => ofTask.get(queuesOf(person), toColumn(userTaskKey)) !== undefined,
    awaitsIn: (instance, person) => ofInstance.get(queuesOf(person), toColumn(instance)) !== undefined,
  }
}

function sheetOf({ signer, variables, groups, users, ...row }: Row): Sheet {
  return {
    ...row,
    userTaskKey: toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
    signer: JSON.parse(signer) as Actor,
    variables: JSON.parse(variables) as Variables,
    groups: JSON.parse(groups) as string[],
    users: JSON.parse(users) as string[],
  }
}
