import { dayOf, yearOf } from '../../deadlines/office-day.ts'
import type { Person } from '../../identity/person.ts'
import { roleName } from '../../identity/roles.ts'
import type { Suspension } from '../../registers/case-suspensions.ts'
import { escalationKindName } from '../../registers/escalation-kinds.ts'
import type { Escalation } from '../../registers/escalations.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { say } from '../problem.ts'
import { isoDate, named } from '../user-task-json.ts'
import { isAddressedTo } from './note-escalation.ts'
import type { EscalationJson, ProvisionalLimitsJson, SuspensionJson } from './schemas.ts'

const isoOrNull = (instant: number | null): string | null => (instant === null ? null : isoDate(instant))

/** A suspension as answers write it. */
export function suspensionJson(house: House, suspension: Suspension, language: Language): SuspensionJson {
  const { suspensionId, ground, reason, lateReason, resumeReason, resumeLateReason, resumedBy } = suspension
  return {
    ...{ suspensionId, ground, reason, lateReason, resumeReason, resumeLateReason },
    groundName: say(`suspension.${ground}`, {}, language),
    from: isoDate(suspension.fromAt),
    enteredAt: isoDate(suspension.enteredAt),
    enteredBy: named(house, suspension.enteredBy),
    to: isoOrNull(suspension.toAt),
    resumedAt: isoOrNull(suspension.resumedAt),
    resumedBy: resumedBy === null ? null : named(house, resumedBy),
  }
}

/** An escalation with what it is about. */
export async function escalationJson(
  house: House,
  escalation: Escalation,
  { person, language }: { person: Person; language: Language },
): Promise<EscalationJson> {
  const { seq, userTaskKey, processInstanceKey, caseNo, consequence, toRole, toOrg, notes, dueAt, kind } = escalation
  const instance = house.instances.find(processInstanceKey)
  const isOpen = kind ? instance?.state === 'ACTIVE' : isTaskOpen(house, userTaskKey)
  return {
    ...{ seq, userTaskKey, processInstanceKey, caseNo, consequence, isOpen },
    limit: escalation.parameterKey === null ? null : limitNameOf(house, escalation.parameterKey, language),
    kind: kind ? { id: kind, name: escalationKindName(kind, language) } : null,
    refId: escalation.refId ?? null,
    elementName: await elementNameOf(house, processInstanceKey, escalation.elementId),
    caseTitle: instance?.title ?? null,
    party: instance?.party ?? null,
    to: {
      role: toRole,
      roleName: roleName(toRole, language),
      org: toOrg,
      orgName: toOrg === null ? null : (house.people.findOrganisation(toOrg)?.name ?? toOrg),
    },
    dueDate: isoOrNull(dueAt),
    at: isoDate(escalation.at),
    notes: notes.map(({ personId, at, note }) => ({ person: named(house, personId), at: isoDate(at), note })),
    canNote: isAddressedTo(house, person, escalation) && !notes.some(({ personId }) => personId === person.personId),
  }
}

const isTaskOpen = ({ tasks }: House, userTaskKey: string | null): boolean =>
  userTaskKey !== null && tasks.findNow(userTaskKey)?.state === 'CREATED'

async function elementNameOf({ instances, diagrams }: House, instanceKey: string, elementId: string): Promise<string> {
  const instance = instances.find(instanceKey)
  return instance ? (await diagrams.get(instance.processDefinitionKey)).nameOf(elementId) : elementId
}

function limitNameOf({ limitParameters, clock }: House, key: string, language: Language) {
  const found = limitParameters.inForce(key, dayOf(clock.now()))
  return { key, name: found?.parameter.name[language] ?? key }
}

/** How many are shown; the page says how many there are. */
const SHOWN = 50

/** The limits that are provisional, and which years that is for. */
export async function provisionalLimitsJson(house: House, language: Language): Promise<ProvisionalLimitsJson> {
  const { limits, calendars, clock, instances } = house
  const calendar = calendars.latest()
  const thisYear = yearOf(dayOf(clock.now()))
  const entries = limits.provisional(SHOWN)
  const years = new Set([thisYear, ...entries.map(({ dueAt }) => yearOf(dayOf(dueAt)))])
  return {
    total: limits.provisionalCount(),
    missingYears: [...years].filter(year => !calendar.knows(`${year}-01-01`)).sort(),
    items: await Promise.all(
      entries.map(async ({ userTaskKey, processInstanceKey, elementId, parameter, dueAt }) => ({
        ...{ userTaskKey, processInstanceKey },
        elementName: await elementNameOf(house, processInstanceKey, elementId),
        limit: { key: parameter.key, name: parameter.name[language] },
        caseNo: instances.caseOf(processInstanceKey) ?? null,
        dueDate: isoDate(dueAt),
      })),
    ),
  }
}
