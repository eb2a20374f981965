import type { JournaledEntry } from '../../../db/journal-reader.ts'
import { officeDate } from '../../clock/office-date.ts'
import { roleName } from '../../identity/roles.ts'
import { tellInstance, type UserTask } from '../../projections/index.ts'
import { nextEvent } from '../../rehearsal/next-event.ts'
import type { Trial } from '../../rehearsal/trial.ts'
import { describeEntry } from '../history.ts'
import { backstage, historyWords } from '../history-words.ts'
import type { House } from '../house.ts'
import { incidentSentence } from '../incident-words.ts'
import type { Language } from '../language.ts'
import { say } from '../problem.ts'
import { isoDate, named } from '../user-task-json.ts'
import type { RehearsalJson } from './schemas.ts'

type Player = RehearsalJson['starters'][number]

/** More are not offered: whoever looks for one of many knows the office. */
const MOST_PLAYERS = 40
const MOST_HAPPENED = 500

/** A rehearsal as it stands. */
export async function rehearsalJson(trial: Trial, language: Language): Promise<RehearsalJson> {
  const { office, procedureId, steps } = trial
  const { house, clock } = office
  const definition = house.definitions.latest().find(({ bpmnProcessId }) => bpmnProcessId === procedureId)!
  const { words, nameOf } = await house.diagrams.get(definition.processDefinitionKey)
  const key = trial.instance()
  const instance = key === undefined ? undefined : house.instances.find(key)
  const next = nextEvent(house, clock.now())
  return {
    ...{ id: trial.id, procedureId, procedureName: definition.name ?? procedureId, steps: [...steps] },
    now: isoDate(clock.now()),
    openedAt: isoDate(trial.openedAt),
    instance: instance ? { key: instance.processInstanceKey, state: instance.state } : null,
    starters: instance ? [] : playersOf(house, words.properties.startRoles, language),
    tasks: await openTasks(house, language),
    path: pathOf(trial),
    incidents: key === undefined ? [] : await openIncidents(house, key, language),
    next:
      (next && {
        ...{ at: isoDate(next.at), kind: next.kind },
        name: next.elementId === undefined ? null : nameOf(next.elementId),
      }) ||
      null,
    awaited: awaitedIn(house, key),
    happened: await happenedIn(trial, language),
    effects: office.effects.map(({ at, ...effect }) => ({ at: isoDate(at), ...effect })),
  }
}

async function openIncidents(house: House, key: string, language: Language): Promise<RehearsalJson['incidents']> {
  const { nameOf } = await house.diagrams.get(house.instances.find(key)!.processDefinitionKey)
  return house.incidents
    .ofInstance(key)
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map(({ elementId, errorMessage }) => ({
      ...{ elementId, name: nameOf(elementId), message: incidentSentence(errorMessage, language) },
    }))
}

/** Holders of roles, or of `role@org`, each once. */
function playersOf(house: House, groups: readonly string[], language: Language): Player[] {
  const day = officeDate(house.clock.now())
  const players = new Map<string, Player>()
  for (const group of groups) {
    const [role = '', org] = group.split('@')
    for (const person of house.people.listPeople(day, { role, ...(org !== undefined && { org }) }))
      players.set(person.personId, playerOf(person, language))
  }
  return [...players.values()].slice(0, MOST_PLAYERS)
}

function playerOf(
  { personId, name, appointments }: { personId: string; name: string; appointments: readonly { role: string }[] },
  language: Language,
): Player {
  return { id: personId, name, roles: [...new Set(appointments.map(({ role }) => roleName(role, language)))] }
}

async function openTasks(house: House, language: Language): Promise<RehearsalJson['tasks']> {
  const active = house.instances.page({ state: 'ACTIVE', limit: 100 }).items
  const tasks = active.flatMap(({ processInstanceKey }) => house.tasks.openOf(processInstanceKey))
  return await Promise.all(tasks.map(task => taskJson(house, task, language)))
}

async function taskJson(house: House, task: UserTask, language: Language): Promise<RehearsalJson['tasks'][number]> {
  const { nameOf } = await house.diagrams.get(task.processDefinitionKey)
  const { userTaskKey, elementId, assignee, dueAt, processName, bpmnProcessId } = task
  const sheet = house.sheets.find(userTaskKey)
  const awaitsCosign = sheet?.state === 'awaiting-cosign'
  return {
    ...{ userTaskKey, elementId, name: nameOf(elementId), awaitsCosign, processName: processName ?? bpmnProcessId },
    assignee: assignee === null ? null : named(house, assignee),
    players: doersOf(house, task, language).filter(({ id }) => !awaitsCosign || id !== sheet.signedBy),
    dueDate: dueAt === null ? null : isoDate(dueAt),
  }
}

function doersOf(house: House, { userTaskKey, assignee, ...task }: UserTask, language: Language): Player[] {
  const sheet = house.sheets.find(userTaskKey)
  const isSigned = sheet?.state === 'awaiting-cosign'
  const users = isSigned ? sheet.users : assignee !== null ? [assignee] : task.candidateUsers
  const groups = isSigned ? sheet.groups : assignee !== null ? [] : task.candidateGroups
  const day = officeDate(house.clock.now())
  const persons = users.flatMap(id => house.people.findPerson(id, day) ?? []).map(each => playerOf(each, language))
  const known = new Set(persons.map(({ id }) => id))
  return [...persons, ...playersOf(house, groups, language).filter(({ id }) => !known.has(id))]
}

function pathOf({ office: { house }, ...trial }: Trial): RehearsalJson['path'] {
  const key = trial.instance()
  if (key === undefined) return { went: [], now: [], flows: [] }
  const { elements, flows } = tellInstance(key, house.journal.entriesOf(key))
  const inState = (wanted: 'went' | 'now') =>
    elements.filter(({ state }) => state === wanted).map(({ elementId }) => elementId)
  return { went: inState('went'), now: inState('now'), flows }
}

/** Messages that the instance waits for; the clock's own are not for people to send. */
function awaitedIn({ db }: House, key: string | undefined): RehearsalJson['awaited'] {
  if (key === undefined) return []
  return db.writer
    .prepare<[string], { message: string; correlationKey: string }>(
      `SELECT message_name AS message, correlation_key AS correlationKey FROM engine_subscription
       WHERE process_instance_key = CAST(? AS INTEGER) ORDER BY subscription_key`,
    )
    .all(key)
    .map(({ message, correlationKey }) => ({ message, elementId: correlationKey.split('/')[1] ?? '' }))
}

async function happenedIn(
  { office: { house }, openedSeq }: Trial,
  language: Language,
): Promise<RehearsalJson['happened']> {
  const entries = house.journal
    .entries({ after: openedSeq, limit: MOST_HAPPENED })
    .filter(({ kind, verb }) => kind !== 'access' && verb in historyWords && !backstage.has(verb))
  return await Promise.all(entries.map(entry => happenedJson(house, entry, language)))
}

async function happenedJson(house: House, entry: JournaledEntry, language: Language) {
  const key =
    entry.subject?.processInstanceKey ??
    entry.segments?.find(({ processInstanceKey }) => processInstanceKey !== undefined)?.processInstanceKey
  const instance = key === undefined ? undefined : house.instances.find(key)
  const diagram = instance && (await house.diagrams.get(instance.processDefinitionKey))
  const { seq, at, actor, sentence } = describeEntry(house, entry, diagram, language)
  const { id, params } = entry.refusal ?? {}
  const refused = id === undefined ? '' : `：${say(id, (params ?? {}) as Record<string, unknown>, language)}`
  return { seq, at, who: actor.name, sentence: `${sentence}${refused}` }
}
