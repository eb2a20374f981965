import type { Json } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import type { UserTask } from '../projections/index.ts'
import type { NotificationKind } from './kinds.ts'
import type { About, Recipient, Telling } from './telling.ts'
import type { Facts } from './tellings-of-records.ts'

/** What an act of a kind that is no command says to people; by verb. */
const rules: Readonly<Record<string, (entry: Entry, facts: Facts) => Telling[]>> = {
  'limit.remind': (entry, facts) => ofLimit('limit-remind', entry, facts),
  'limit.urgent': (entry, facts) => ofLimit('limit-urgent', entry, facts),
  'limit.overdue': (entry, facts) => [...ofLimit('limit-overdue', entry, facts), ...escalated(entry, facts)],
  'escalation.send': sentUp,
  'sheet.sign': (entry, facts) => onTask('cosign-requested', entry, facts, cosignersIn(entry)),
  'sheet.return': (entry, facts) => onTask('cosign-returned', entry, facts, holderOf(entry, facts)),
  'user-task.reassign': (entry, facts) => onTask('task-taken-away', entry, facts, formerHolder(entry)),
  'user-task.take-back': (entry, facts) => onTask('task-taken-away', entry, facts, formerHolder(entry)),
  'case.suspend': (entry, facts) => ofCase('case-suspended', entry, facts),
  'case.resume': (entry, facts) => ofCase('case-resumed', entry, facts),
}

const ENDING_STATES: ReadonlySet<Json | undefined> = new Set(['suspended', 'withdrawn', 'cancelled', 'lost', 'valid'])

/** What the verb of an entry, and the registers it changed, say to people. */
export function tellingsOfActs(entry: Entry, facts: Facts): Telling[] {
  return [...(rules[entry.verb]?.(entry, facts) ?? []), ...ofCertificates(entry, facts)]
}

function ofLimit(kind: NotificationKind, entry: Entry, facts: Facts): Telling[] {
  const task = openTask(entry, facts)
  return task ? [{ kind, to: workersOf(task), about: aboutLimit(entry, task) }] : []
}

function escalated(entry: Entry, facts: Facts): Telling[] {
  const task = openTask(entry, facts)
  const role = entry.payload?.escalateTo
  if (!task || typeof role !== 'string') return []
  const near = task.candidateGroups.flatMap(group => group.split('@')[1] ?? [])
  // An office is named as such; of a role alone whoever is nearest holds it.
  const to = role.includes('@') ? { group: role } : { role, near }
  return [{ kind: 'limit-escalated', to: [to], about: aboutLimit(entry, task) }]
}

/** What a procedure sends up, to whoever finds it among the escalations. */
function sentUp({ payload = {}, subject = {}, caseNo }: Entry): Telling[] {
  const { kind, toRole, toOrg } = payload
  const { processInstanceKey, elementId, bizKey } = subject
  if (typeof toRole !== 'string' || typeof kind !== 'string') return []
  const about = {
    ...(processInstanceKey !== undefined && { processInstanceKey }),
    ...(elementId !== undefined && { elementId }),
    ...(bizKey !== undefined && { ref: bizKey }),
    ...(caseNo !== undefined && { caseNo }),
    what: kind,
  }
  return [
    { kind: 'sent-up', to: [typeof toOrg === 'string' ? { group: `${toRole}@${toOrg}` } : { role: toRole }], about },
  ]
}

function openTask({ subject }: Entry, facts: Facts): UserTask | undefined {
  const task = subject?.userTaskKey === undefined ? undefined : facts.task(subject.userTaskKey)
  return task?.state === 'CREATED' ? task : undefined
}

/** Who holds a task, else who could. */
function workersOf({ assignee, candidateUsers, candidateGroups }: UserTask): Recipient[] {
  if (assignee !== null) return [{ person: assignee }]
  return [...candidateUsers.map(person => ({ person })), ...candidateGroups.map(group => ({ group }))]
}

function aboutLimit({ payload }: Entry, task: UserTask): About {
  const { userTaskKey, processInstanceKey, elementId, caseNo } = task
  const dueAt = typeof payload?.dueAt === 'number' ? payload.dueAt : task.dueAt
  return {
    ...{ userTaskKey, processInstanceKey, elementId },
    ...(caseNo !== null && { caseNo }),
    ...(dueAt !== null && { dueAt }),
    ...(typeof payload?.limit === 'string' && { what: payload.limit }),
  }
}

function onTask(kind: NotificationKind, entry: Entry, facts: Facts, to: readonly Recipient[]): Telling[] {
  const task = openTask(entry, facts)
  return task ? [{ kind, to, about: { ...aboutLimit(entry, task), ...byPerson(entry) } }] : []
}

/** Who may sign second, as the sheet says. */
function cosignersIn({ register = [] }: Entry): Recipient[] {
  const sheets = register.filter(({ register: name, op }) => name === 'sheets' && op === 'put')
  const named = (list: Json | undefined) => (Array.isArray(list) ? list.filter(each => typeof each === 'string') : [])
  return sheets.flatMap(({ value }) => [
    ...named(value?.groups).map(group => ({ group })),
    ...named(value?.users).map(person => ({ person })),
  ])
}

function holderOf(entry: Entry, facts: Facts): Recipient[] {
  const holder = openTask(entry, facts)?.assignee
  return holder ? [{ person: holder }] : []
}

function formerHolder({ payload }: Entry): Recipient[] {
  return typeof payload?.from === 'string' ? [{ person: payload.from }] : []
}

function ofCase(kind: NotificationKind, entry: Entry, facts: Facts): Telling[] {
  const { caseNo } = entry
  if (caseNo === undefined) return []
  const to = facts.concernedByCase(caseNo).map(person => ({ person }))
  return [{ kind, to, about: { caseNo, ...byPerson(entry) } }]
}

const byPerson = ({ actor }: Entry): About => (actor.kind === 'person' ? { by: actor.id } : {})

function ofCertificates(entry: Entry, facts: Facts): Telling[] {
  const { register = [] } = entry
  return register.flatMap(({ register: name, value }) => {
    const { certificateId, state } = value ?? {}
    if (name !== 'certificate-states' || typeof certificateId !== 'string' || !ENDING_STATES.has(state)) return []
    const holder = facts.holderOf(certificateId)
    if (holder === undefined) return []
    const about = { certificateId, what: String(state), ...byPerson(entry) }
    return [{ kind: 'certificate-changed' as const, to: [{ person: holder }], about }]
  })
}
