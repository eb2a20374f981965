import type { House } from '../api/house.ts'
import type { Language } from '../api/language.ts'
import type { ProblemJson } from '../api/schemas/problem.ts'
import { taskVariables } from '../api/task-form.ts'
import { officeDate } from '../clock/office-date.ts'
import type { Json, Key, Variables } from '../engine/index.ts'
import type { UserTask } from '../projections/index.ts'
import type { Cast } from './cast.ts'
import { isRows, rowsFilled } from './known-rows.ts'
import { nextEvent } from './next-event.ts'
import type { RehearsalOffice } from './rehearsal-office.ts'
import { sampleFile } from './sample-file.ts'
import { isPlayed, type PlayedStep, type Step, withValues } from './step.ts'
import { instantOf, workdaysLater } from './wait.ts'
import { type Told, tell } from './words.ts'

/** Why a step was not done: as the house told the person, or because there was nothing to do. */
export interface StepRefusal extends Pick<ProblemJson, 'id' | 'detail' | 'rule' | 'basis' | 'citations' | 'errors'> {
  /** Who was told. */
  personId?: string
}

/** A procedure played in a rehearsal office, step by step. */
export interface Play {
  /** The instance that is followed, once it is there. */
  instance(): Key | undefined
  /** Does a step and waits until the house rests; answers what stood against it. */
  perform(step: Step, language?: Language): Promise<StepRefusal | undefined>
}

/** What is played: the procedure that is followed, by whom. */
export interface Scene {
  office: RehearsalOffice
  procedureId: string
  cast: Cast
}

/** Opens a play. Every step of a person goes through the routes of the office, signed in as him. */
export function openPlay(scene: Scene): Play {
  let key: Key | undefined
  const instance = () => (key ??= newestInstance(scene))
  return {
    instance,
    async perform(step, language = 'zh') {
      const refusal = isPlayed(step)
        ? await played(scene, step, { language, instance: instance() })
        : await happened(scene, step, { language, instance: instance() })
      await scene.office.settled()
      return refusal
    },
  }
}

function newestInstance({ office: { house }, procedureId }: Scene): Key | undefined {
  return house.instances.page({ processDefinitionId: procedureId, limit: 1 }).items[0]?.processInstanceKey
}

/** What an attempt is made with, beside the step. */
interface Stage {
  language: Language
  instance: Key | undefined
}

/** Somebody with something he may try his step on. */
interface Attempt {
  personId: string
  task?: UserTask
}

const TRY_ANOTHER: ReadonlySet<number> = new Set([403, 404, 409])
const MOST_ATTEMPTS = 30

/** Lets the likeliest member of the cast try, then the next: who may do it is the house's to say. */
async function played(scene: Scene, step: PlayedStep, stage: Stage): Promise<StepRefusal | undefined> {
  let first: StepRefusal | undefined
  for (const attempt of attemptsAt(scene, step).slice(0, MOST_ATTEMPTS)) {
    const answer = await tried(scene, step, { ...stage, ...attempt })
    if (answer.ok) {
      scene.cast.bind(step.by, attempt.personId)
      return undefined
    }
    const refusal = { ...((await answer.json()) as ProblemJson), personId: attempt.personId }
    first ??= refusal
    if (!TRY_ANOTHER.has(answer.status)) return refusal
  }
  return first ?? { id: 'rehearsal.nothing-to-do', detail: nothingToDo(scene, step)[stage.language] }
}

function nothingToDo({ office: { house } }: Scene, step: PlayedStep): Told {
  const open = openTasks(house).map(({ elementId }) => elementId)
  const what = 'task' in step ? step.task : step.do
  return tell('rehearsal.nothing-to-do', { by: step.by, what, open: open.length > 0 ? open : tell('rehearsal.none') })
}

function attemptsAt({ office: { house }, cast }: Scene, step: PlayedStep): Attempt[] {
  const people = cast.candidates(step.by)
  if (!('task' in step)) return people.map(personId => ({ personId }))
  const tasks = openTasks(house).filter(({ elementId }) => elementId === step.task)
  const pairs = people.flatMap(personId => tasks.map(task => ({ personId, task })))
  return pairs
    .map(pair => ({ pair, fit: fitOf(house, pair) }))
    .sort((a, b) => b.fit - a.fit)
    .map(({ pair }) => pair)
}

function openTasks({ instances, tasks }: House): UserTask[] {
  const active = instances.page({ state: 'ACTIVE', limit: 100 }).items
  return active.flatMap(({ processInstanceKey }) => tasks.openOf(processInstanceKey))
}

/** How likely a task is somebody's: held by him, given to his office, anybody's. */
function fitOf({ people, clock }: House, { personId, task }: { personId: string; task: UserTask }): number {
  if (task.assignee === personId) return 3
  if (task.assignee !== null) return 0
  if (task.candidateUsers.includes(personId)) return 2
  const groups =
    people.findPerson(personId, officeDate(clock.now()))?.appointments.map(({ role, org }) => `${role}@${org}`) ?? []
  return groups.some(group => task.candidateGroups.includes(group)) ? 2 : 1
}

async function tried(scene: Scene, step: PlayedStep, stage: Stage & Attempt): Promise<Response> {
  const { personId, task, language, instance } = stage
  const { ask } = scene.office
  const post = (path: string, body: Json) =>
    ask({ personId, method: 'POST', path, body: JSON.stringify(body), language })
  const place = `/user-tasks/${task?.userTaskKey}`
  switch (step.do) {
    case 'start': {
      const processDefinitionId = step.procedure ?? scene.procedureId
      return post('/process-instances', {
        processDefinitionId,
        variables: await valuesOf(scene, step.values, personId),
      })
    }
    case 'complete': {
      const { action, lateReason } = step
      const told = { ...(action !== undefined && { action }), ...(lateReason !== undefined && { lateReason }) }
      const values = withRows(scene, task, step.values)
      return post(`${place}/completion`, { ...told, variables: await valuesOf(scene, values, personId) })
    }
    case 'claim':
      return post(`${place}/assignment`, {})
    case 'cosign': {
      const shown = await ask({ personId, method: 'GET', path: place, language })
      if (!shown.ok) return shown
      const { sheet } = (await shown.json()) as { sheet?: { content?: string } }
      return post(`${place}/countersignature`, { content: sheet?.content ?? '' })
    }
    case 'request': {
      const { request, reason, person, until } = step
      const whom = person === undefined ? undefined : scene.cast.candidates(person)[0]
      const named = { ...(whom !== undefined && { person: whom }), ...(until !== undefined && { until }) }
      return post(`/process-instances/${instance}/requests`, { request, reason, ...named })
    }
  }
}

/** `{"$rows": list, "set": …}` becomes the rows the task knows under that name, each with what is set in it. */
function withRows({ office: { house } }: Scene, task: UserTask | undefined, values: Variables): Variables {
  return withValues(values, value =>
    task && isRows(value) ? rowsFilled(value, taskVariables(house, task)) : undefined,
  )
}

/** `{"$file": name}` becomes a file in the office, `{"$person": part}` the id of who plays it. */
async function valuesOf({ office, cast }: Scene, values: Variables, personId: string): Promise<Variables> {
  const names = new Set<string>()
  withValues(values, value => {
    const name = markOf(value, '$file')
    if (name !== undefined) names.add(name)
    return undefined
  })
  const files = new Map<string, Json>()
  for (const name of names) files.set(name, await uploaded(office, personId, name))
  return withValues(values, value => {
    const name = markOf(value, '$file')
    if (name !== undefined) return files.get(name)
    const part = markOf(value, '$person')
    if (part === undefined) return undefined
    const [player] = cast.candidates(part)
    if (player !== undefined) cast.bind(part, player)
    return player ?? part
  })
}

function markOf(value: Json, mark: '$file' | '$person'): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const name = value[mark]
  return typeof name === 'string' ? name : undefined
}

/** Puts the stand-in for a file into the office, as its person would. */
export async function uploaded(office: RehearsalOffice, personId: string, name: string): Promise<Json> {
  const { content, name: ended } = sampleFile(name)
  const path = `/files?name=${encodeURIComponent(ended)}`
  return (await (await office.ask({ personId, method: 'PUT', path, body: content })).json()) as Json
}

type HappeningStep = Exclude<Step, PlayedStep>

/** What nobody does: a message comes in, or time passes. */
async function happened(
  { office }: Scene,
  step: HappeningStep,
  { language, instance }: Stage,
): Promise<StepRefusal | undefined> {
  const { house, clock } = office
  if (step.do === 'message') {
    if (await sent(house, step, instance)) return undefined
    return { id: 'rehearsal.nobody-waits', detail: tell('rehearsal.nobody-waits', { name: step.message })[language] }
  }
  const now = clock.now()
  const [count = '', unit] = step.for.split(' ')
  if (step.for === 'next') {
    const next = nextEvent(house, now)
    if (!next) return { id: 'rehearsal.nothing-due', detail: tell('rehearsal.nothing-due')[language] }
    await office.until(next.at)
  } else if (unit?.startsWith('workday')) {
    await office.until(workdaysLater(now, Number(count), house.calendars.latest()))
  } else await office.until(instantOf(step.for))
  return undefined
}

/** Sends what a step names; false when nothing waits for it. */
async function sent(
  house: House,
  { message: name, task, key, values }: Extract<Step, { do: 'message' }>,
  instance: Key | undefined,
): Promise<boolean> {
  const correlationKey = key ?? awaitedKey(house, { name, task, instance })
  if (correlationKey === undefined) return false
  const caseNo = instance && house.instances.caseOf(instance)
  await house.engine.submit({
    act: {
      ...{ kind: 'engine', verb: 'message.publish', at: house.clock.now(), payload: { name, correlationKey } },
      ...{ actor: { kind: 'system', id: 'rehearsal', via: 'engine' }, ...(caseNo && { caseNo }) },
    },
    commands: [{ type: 'PUBLISH_MESSAGE', name, correlationKey, variables: values }],
  })
  return true
}

/** The key by which an instance waits for a message; limits are told apart by their task. */
function awaitedKey(
  { db }: House,
  { name, task, instance }: { name: string; task: string | undefined; instance: Key | undefined },
): string | undefined {
  const keys = db.writer
    .prepare<[string], { correlationKey: string; owner: string }>(
      `SELECT correlation_key AS correlationKey, CAST(process_instance_key AS TEXT) AS owner FROM engine_subscription
       WHERE message_name = ? ORDER BY subscription_key`,
    )
    .all(name)
    .filter(({ correlationKey }) => task === undefined || correlationKey.endsWith(`/${task}`))
  return (keys.find(({ owner }) => owner === instance) ?? keys[0])?.correlationKey
}
