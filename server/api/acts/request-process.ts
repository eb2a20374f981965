import type { RequestWords } from '../../bpmn/index.ts'
import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected, type Json, type Variables } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { objectionToSuspended } from '../../policies/index.ts'
import type { InstanceSummary } from '../../projections/index.ts'
import type { RegisteredPerson } from '../../registers/people.ts'
import type { Caller } from '../caller.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf, wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'
import { maySeeInstance } from '../visibility.ts'
import { suspensionNow } from './case-office.ts'
import { refusalUnlessLacking } from './lacking.ts'
import { bodiesFor, branchKey, type RequestBody } from './request-bodies.ts'
import { holdsOffice, mayAsk } from './requesters.ts'

/** What somebody asks of a running instance. */
export interface ProcessRequest {
  processInstanceKey: string
  /** Id of one of the requests of its diagram. */
  request: string
  reason: string
  /** Whom it is about, where the request names somebody. */
  personId?: string | undefined
  /** The last office day on which it holds, where the request says so. */
  until?: string | undefined
  /** To the branch of which body, where the request goes to one. */
  body?: string | undefined
}

/** A request as it stands for one person now. */
export interface OpenRequest {
  words: RequestWords
  /** Why it cannot be made now. */
  refusal?: CommandRejected
  /** Who may be named. */
  people: RegisteredPerson[]
  /** To whose branch it may go. */
  bodies: RequestBody[]
}

/** The requests that are this person's to make, each with whether it can be made now. */
export function requestsOf(house: House, person: Person, instance: InstanceSummary, diagram: Diagram): OpenRequest[] {
  if (instance.state !== 'ACTIVE' || !person.permissions.includes('work')) return []
  return diagram.words.properties.requests
    .filter(words => mayAsk(house, person, { instance, words }))
    .map(words => {
      const refusal = refusalNow(house, { instance, diagram, words })
      const bodies = bodiesFor(house, instance, words, bizKeyOf(house, instance, diagram))
      return { words, ...(refusal && { refusal }), people: namesFor(house, instance, words), bodies }
    })
}

/**
 * Sends a request to the instance that waits for it.
 * @throws Problem 404, 422; CommandRejected 403 for whom it is not, 409 with the reason when it comes too early or too late.
 */
export async function requestOfProcess(house: House, caller: Caller, asked: ProcessRequest): Promise<void> {
  const { processInstanceKey, reason, personId, until, body } = asked
  const instance = house.instances.find(processInstanceKey)
  const diagram = instance && (await house.diagrams.get(instance.processDefinitionKey))
  const words = diagram?.words.properties.requests.find(({ id }) => id === asked.request)
  if (!instance || !diagram || !words) throw new Problem('resource.not-found')
  if (!mayAsk(house, caller.person, { instance, words }) && !maySeeInstance(house, caller.person, processInstanceKey))
    throw new Problem('resource.not-found')
  const { message: name, label } = words
  const bizKey = bizKeyOf(house, instance, diagram)
  const correlationKey = words.body === undefined ? bizKey : branchKey(bizKey, body ?? '')
  const variables: Variables = {
    [words.reason]: reason,
    ...(words.person && { [words.person.variable]: personId ?? '' }),
    ...(words.until && { [words.until]: until ?? '' }),
  }
  await submit(house, caller, {
    kind: 'engine',
    verb: 'process-instance.request',
    ...(instance.caseNo !== null && { caseNo: instance.caseNo }),
    subject: { processInstanceKey },
    payload: {
      request: words.id,
      label,
      reason,
      ...(personId !== undefined && { person: personId }),
      ...(until !== undefined && { until }),
      ...(body !== undefined && { body }),
    },
    appointment: officeUsed(house, caller.person, instance, words),
    commands: [{ type: 'PUBLISH_MESSAGE', name, correlationKey, timeToLive: 0, variables }],
    permit: person => {
      if (!mayAsk(house, person, { instance, words })) throw refused('request.not-yours', words)
      const refusal = refusalNow(house, { instance, diagram, words })
      if (refusal) throw refusal
      checkPerson(house, { instance, words }, personId)
      checkUntil(house, words, until)
      checkBody(house, { instance, diagram, words }, body)
    },
  })
}

interface Asked {
  instance: InstanceSummary
  diagram: Diagram
  words: RequestWords
}

/** Too early, too late, or barred by what has been decided already. */
function refusalNow(house: House, { instance, diagram, words }: Asked): CommandRejected | undefined {
  const suspended = instance.caseNo === null ? undefined : suspensionNow(house, instance.caseNo)
  const objection = objectionToSuspended(suspended)
  if (objection) return refusalOf(objection)
  const known = house.engine.visibleVariables(instance.processInstanceKey, instance.processInstanceKey) ?? {}
  const bar = words.unless.find(({ variable }) => known[variable] === true)
  if (bar) return refused('request.barred', words, { why: bar.why, whyEn: bar.whyEn ?? bar.why })
  const lacking = words.lacking && refusalUnlessLacking(house, { instance, diagram, kind: words.lacking })
  if (lacking) return lacking
  const key = bizKeyOf(house, instance, diagram)
  const isHeard =
    words.body === undefined
      ? house.engineRows.isWaiting(instance.processInstanceKey, words.message, key)
      : bodiesFor(house, instance, words, key).length > 0
  if (isHeard) return undefined
  const where = diagram.nameOf(placeOf(diagram, words.message) ?? instance.bpmnProcessId)
  return refused('request.not-now', words, { where })
}

/** The step on whose border, or the event sub-process at whose start, the message is waited for. */
function placeOf({ graph }: Diagram, message: string): string | undefined {
  const nodes = [...graph.nodes.values()]
  const event = nodes.find(({ source }) => {
    const definitions = (source as { eventDefinitions?: { messageRef?: { name?: string } }[] }).eventDefinitions ?? []
    return definitions.some(({ messageRef }) => messageRef?.name === message)
  })
  return event?.attachedToId
}

function bizKeyOf(house: House, { processInstanceKey }: InstanceSummary, { words }: Diagram): string {
  const name = (words.properties.bizKey ?? '').replace(/^=/, '').trim()
  const known = house.engine.visibleVariables(processInstanceKey, processInstanceKey) ?? {}
  return String(known[name] ?? '')
}

/** Holders of the offices a request may name, at the body the instance belongs to. */
function namesFor(house: House, instance: InstanceSummary, { person }: RequestWords): RegisteredPerson[] {
  if (!person) return []
  const roles = new Set(person.offices.map(office => office.split('@')[0]!))
  const holders = [...roles].flatMap(role => house.people.listPeople(officeDate(house.clock.now()), { role }))
  const found = holders.filter(holder => person.offices.some(office => holdsOffice(house, holder, instance, office)))
  return [...new Map(found.map(holder => [holder.personId, holder])).values()]
}

function checkPerson(house: House, { instance, words }: Omit<Asked, 'diagram'>, personId: string | undefined): void {
  if (!words.person) {
    if (personId === undefined) return
    throw wrongFields([{ path: '/person', id: 'field.unknown', params: { name: 'person' } }])
  }
  if (namesFor(house, instance, words).some(found => found.personId === personId)) return
  throw wrongFields([{ path: '/person', id: 'request.person', params: { person: personId ?? '' } }])
}

/** A day that has not passed, where the request asks for one. */
function checkUntil({ clock }: House, words: RequestWords, until: string | undefined): void {
  const isAsked = words.until !== undefined
  if (!isAsked && until === undefined) return
  if (isAsked && until !== undefined && until >= officeDate(clock.now())) return
  throw wrongFields([{ path: '/until', id: isAsked ? 'request.until' : 'field.unknown', params: { name: 'until' } }])
}

/** A body whose branch waits for it, where the request goes to one. */
function checkBody(house: House, { instance, diagram, words }: Asked, body: string | undefined): void {
  const isAsked = words.body !== undefined
  if (!isAsked && body === undefined) return
  const bodies = bodiesFor(house, instance, words, bizKeyOf(house, instance, diagram))
  if (isAsked && bodies.some(({ id }) => id === body)) return
  const params = isAsked ? { body: body ?? '' } : { name: 'body' }
  throw wrongFields([{ path: '/body', id: isAsked ? 'request.body' : 'field.unknown', params }])
}

function officeUsed(house: House, person: Person, instance: InstanceSummary, { by }: RequestWords) {
  if (by.kind !== 'roles') return undefined
  return person.appointments.find(held =>
    by.roles.some(role => holdsOffice(house, { appointments: [held] }, instance, role)),
  )
}

function refused(id: string, { label, labelEn = label, basis }: RequestWords, more: Record<string, Json> = {}) {
  const type = id === 'request.not-yours' ? 'FORBIDDEN' : 'INVALID_STATE'
  return new CommandRejected(type, `${id}: '${label}'`, {
    id,
    params: { label, labelEn, ...more },
    rule: 'R-REQUEST',
    basis,
  })
}
