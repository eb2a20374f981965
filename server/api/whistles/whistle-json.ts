import { dayOf } from '../../deadlines/office-day.ts'
import { roleName } from '../../identity/roles.ts'
import { escalationKindName } from '../../registers/escalation-kinds.ts'
import type { WhistleRow } from '../../registers/whistles/whistle-queries.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { isoDate } from '../user-task-json.ts'
import type { WhistleBranchJson, WhistleEvaluationJson, WhistleJson } from './schemas.ts'
import { whistleWord } from './words.ts'

/** Reads the cells of a row, with names and labels. */
function reader(house: House, row: WhistleRow, language: Language) {
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  const list = (name: string) => (Array.isArray(row[name]) ? row[name].map(String) : [])
  const label = (name: string, value: string) => ({ value, label: whistleWord(name, value, language) })
  const person = (id: string) => ({ id, name: house.people.nameOf(id) ?? id })
  const org = (id: string) => ({ id, name: house.people.findOrganisation(id)?.name ?? id })
  return {
    text,
    list,
    label,
    person,
    yes: (name: string) => row[name] === 1,
    number: (name: string) => (typeof row[name] === 'number' ? row[name] : null),
    instant: (name: string) => (typeof row[name] === 'number' ? isoDate(row[name]) : null),
    coded: (name: string) => label(name, text(name) ?? ''),
    codedOrNull: (name: string) => (text(name) === null ? null : label(name, text(name)!)),
    personOrNull: (name: string) => (text(name) === null ? null : person(text(name)!)),
    org: (name: string) => org(text(name) ?? ''),
  }
}

/** A whistle with what every body does about it and what went up. */
export function whistleJson(house: House, row: WhistleRow, language: Language): WhistleJson {
  const { text, list, yes, number, instant, coded, codedOrNull, personOrNull, org } = reader(house, row, language)
  const whistleId = text('whistleId') ?? ''
  const day = dayOf(house.clock.now())
  const made = house.documents.ofInstance(text('processInstanceKey') ?? '0')
  const numberOf = (template: string) => made.findLast(each => each.template === template)?.docNo ?? null
  return {
    ...{ whistleId, processInstanceKey: text('processInstanceKey'), title: text('title'), org: org('orgCode') },
    ...{ direction: coded('direction'), level: coded('level'), ground: coded('ground'), isMajor: yes('major') },
    ...{ place: text('place'), problem: text('problem'), linkedCase: text('linkedCase') },
    items: list('itemCodes').map(id => ({ id, name: house.items.find(id, day)?.name ?? id })),
    ...{ dutyBasis: coded('dutyBasis'), dutyFinding: coded('dutyFinding') },
    ...{ planAt: text('planAt'), planPlace: text('planPlace') },
    ...{ draftedBy: personOrNull('draftedBy'), approvedBy: personOrNull('approvedBy'), isImproper: yes('improper') },
    dispatchedAt: text('dispatchedAt'),
    ...{ docNo: numberOf('D36'), feedbackDocNo: numberOf('D37') },
    ...{ feedbackAt: text('feedbackAt'), resolved: codedOrNull('resolved'), feedbackText: text('feedbackText') },
    ...{ remainder: text('remainder'), reworkCount: number('reworkCount') ?? 0 },
    ...{ state: coded('state'), outcome: codedOrNull('outcome'), reason: text('reason') },
    ...{ startedAt: instant('createdAt'), endedAt: instant('closedAt') },
    branches: house.whistles.branchesOf(whistleId).map(branch => branchJson(house, branch, language)),
    escalations: escalationsOf(house, text('processInstanceKey'), language),
  }
}

/** More of one whistle than anybody reads. */
const MOST_ESCALATIONS = 100

/** What the procedure sent up and what went up because a limit was over, newest first. */
function escalationsOf(
  house: House,
  processInstanceKey: string | null,
  language: Language,
): WhistleJson['escalations'] {
  if (processInstanceKey === null) return []
  const day = dayOf(house.clock.now())
  const limitName = (key: string) => house.limitParameters.inForce(key, day)?.parameter.name[language] ?? key
  return house.escalations
    .list({ processInstanceKey, limit: MOST_ESCALATIONS })
    .map(({ toRole, toOrg, at, kind, parameterKey }) => ({
      to: [roleName(toRole, language), toOrg && house.people.findOrganisation(toOrg)?.name].filter(Boolean).join(' '),
      at: isoDate(at),
      why: kind ? escalationKindName(kind, language) : limitName(parameterKey ?? ''),
    }))
}

function branchJson(house: House, row: WhistleRow, language: Language): WhistleBranchJson {
  const { text, list, label, person, yes, coded, codedOrNull, org } = reader(house, row, language)
  return {
    ...{
      org: org('org'),
      role: coded('role'),
      task: text('task'),
      signAt: text('signAt'),
      isSignLate: yes('signLate'),
    },
    ...{ rejection: codedOrNull('rejectReason'), rejectNote: text('rejectNote') },
    ...{ contactAt: text('contactAt'), contactPlan: text('contactPlan'), agreedArriveAt: text('agreedArriveAt') },
    ...{ arriveAt: text('arriveAt'), isArriveLate: yes('arriveLate'), arrivePlace: text('arrivePlace') },
    ...{ isEnforcement: yes('isEnforcement'), people: list('people').map(person), certNos: list('certNos') },
    measures: list('measures').map(each => label('measures', each)),
    ...{ result: text('result'), caseRef: text('caseRef'), outcome: codedOrNull('outcome') },
    ...{ workedAt: text('workedAt'), assistWaived: waivedIn(house, text('assistWaived')) },
  }
}

/** Why bodies that came are not waited for: kept as the list that the lead filled in. */
function waivedIn({ people }: House, text: string | null): string | null {
  const rows = text === null ? [] : (JSON.parse(text) as { org?: string; why?: string }[])
  if (rows.length === 0) return null
  const nameOf = (org = '') => people.findOrganisation(org)?.name ?? org
  return rows.map(({ org, why = '' }) => `${nameOf(org)}：${why}`).join('；')
}

/** How a body was evaluated, and what it says to that. */
export function evaluationJson(house: House, row: WhistleRow, language: Language): WhistleEvaluationJson {
  const { text, yes, number, personOrNull, org } = reader(house, row, language)
  return {
    ...{ whistleId: text('whistleId') ?? '', title: text('title'), org: org('org'), evaluatedFor: org('orgCode') },
    ...{ signTimely: number('signTimely'), arriveTimely: number('arriveTimely') },
    ...{ effect: number('effect'), cooperate: number('cooperate'), comment: text('comment') },
    ...{ isByDefault: yes('byDefault'), evaluatedBy: personOrNull('evaluatedBy'), evaluatedAt: text('evaluatedAt') },
    ...{ isLow: yes('isLow'), isAssessed: yes('isAssessed'), explanation: text('explanation') },
    ...{ improvement: text('improvement'), respondedBy: personOrNull('respondedBy'), respondedAt: text('respondedAt') },
  }
}
