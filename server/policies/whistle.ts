import { dayOf } from '../deadlines/office-day.ts'
import { DOING } from './kinds.ts'
import type { Objection, Policy, TaskRequest } from './policy.ts'

/** What the steps of a whistle ask for, by the kind of the task. */
const rules: Readonly<Record<string, (request: TaskRequest) => Objection | undefined>> = {
  'whistle-draft': ({ values }) => values && objectionToCalled(values),
  'whistle-approval': objectionToApproval,
  'whistle-contact': objectionToContact,
  'whistle-arrival': objectionToArrival,
  'whistle-handling': objectionToHandling,
  'whistle-evaluation': objectionToScores,
}

/**
 * R-WHISTLE: one leads and each is called once; who drafted a whistle does not approve it; what the street can do itself is
 * not whistled for unless it is 重大疑难; nobody agrees to come later than the limit of being on site; who is on site for enforcement is two with valid certificates (R-TWO, R-AUX); the
 * lead says why somebody who came left nothing; everybody who was called is evaluated once.
 */
export const whistle: Policy = request => rules[request.task.kind ?? '']?.(request)

const objection = (id: string, params?: Objection['params']): Objection => ({
  ...{ id: `policy.whistle.${id}`, rule: 'R-WHISTLE', basis: ['优化营商环境条例 第57条'] },
  ...(params && { params }),
})

function objectionToCalled({ neededDepts }: Readonly<Record<string, unknown>>): Objection | undefined {
  const called = rowsOf(neededDepts)
  if (called.length === 0) return undefined
  if (called.filter(({ role }) => role === 'lead').length !== 1) return objection('one-lead')
  return new Set(called.map(({ org }) => org)).size === called.length ? undefined : objection('called-twice')
}

function objectionToApproval({ person, case: { known }, values = {} }: TaskRequest): Objection | undefined {
  if (known.draftedBy === person.id) return objection('own-draft')
  const isOwnDuty = known.dutyFinding === 'ownDuty' && known.ground !== 'majorDifficult'
  return isOwnDuty && (values.approveAction === 'approve' || values.ratified === true)
    ? objection('own-duty')
    : undefined
}

/** An appointment beyond the limit would promise what is overdue; once it is over, today is what is left. */
function objectionToContact({ verb, at, values = {}, case: { onSiteUntil } }: TaskRequest): Objection | undefined {
  const agreed = Date.parse(String(values.agreedArriveAt))
  if (!DOING.has(verb) || onSiteUntil === undefined || !(agreed > onSiteUntil)) return undefined
  if (at >= onSiteUntil && dayOf(agreed) === dayOf(at)) return undefined
  // A day limit ends at 24:00 of its last day, which people call that day.
  return objection('late-appointment', { agreed: dayOf(agreed), due: dayOf(onSiteUntil - 1) })
}

/** R-TWO and R-AUX for who is on site, as of when they were there (行政处罚法 第42条, 第55条). */
function objectionToArrival({ verb, values = {}, at, case: facts }: TaskRequest): Objection | undefined {
  if (!DOING.has(verb) || values.isEnforcement !== true) return undefined
  const people = textsOf(values.people)
  const auxiliary = people.find(id => facts.rolesOf(id).every(role => role === 'street-aux'))
  if (auxiliary !== undefined)
    return { id: 'policy.auxiliary-staff', rule: 'R-AUX', basis: ['国办发〔2024〕54号【待核】'] }
  const instant = Date.parse(String(values.arriveTime))
  const valid = people.flatMap(id =>
    facts
      .certificatesOf(id, Number.isNaN(instant) ? at : instant)
      .filter(({ kind, state }) => kind === 'enforcement' && state === 'valid')
      .map(({ number }) => ({ id, number })),
  )
  const shown = textsOf(values.certNos)
  const strange = shown.find(number => !valid.some(held => held.number === number))
  const holders = new Set(valid.filter(({ number }) => shown.includes(number)).map(({ id }) => id))
  if (strange === undefined && holders.size >= 2) return undefined
  return {
    ...{ id: 'policy.whistle.on-site', params: { number: strange ?? '' }, rule: 'R-TWO' },
    basis: ['行政处罚法 第42条', '行政处罚法 第55条'],
  }
}

function objectionToHandling({ verb, values = {}, task, case: facts }: TaskRequest): Objection | undefined {
  // Before anything is filled in nothing is missing.
  if (!DOING.has(verb) || task.elementId !== 'handle' || values.handleResult === undefined) return undefined
  const explained = rowsOf(values.assistWaived).map(({ org }) => org)
  const missing = facts.assistsWithoutRecord.filter(({ org }) => !explained.includes(org))
  return missing.length > 0 ? objection('assist-silent', { orgs: missing.map(({ name }) => name) }) : undefined
}

function objectionToScores({ verb, values = {}, case: { known } }: TaskRequest): Objection | undefined {
  if (!DOING.has(verb) || values.scores === undefined) return undefined
  const called = rowsOf(known.branches).map(({ org }) => org)
  const scored = rowsOf(values.scores).map(({ org }) => org)
  const isComplete = scored.length === called.length && called.every(org => scored.includes(org))
  return isComplete ? undefined : objection('scores')
}

function rowsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'object' && each !== null) : []
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}
