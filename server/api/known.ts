import { officeDate } from '../clock/office-date.ts'
import { dayOf } from '../deadlines/office-day.ts'
import { roles } from '../identity/roles.ts'
import { type Known, type KnownData, type KnownLaw, knownFrom, type Roster } from '../lint/index.ts'
import { isQualified } from '../policies/index.ts'
import { knownWordsData } from '../procedures/known-words.ts'
import { parametersAt } from './acts/case-facts.ts'
import { policyPersonAt } from './acts/policy-person.ts'
import type { House } from './house.ts'

/** The same for rules on the server: for a check, and for whoever publishes. */
export const knownOf = (house: House): Known => knownFrom(knownDataOf(house))

/** What this office knows beside a bundle: the product's words, its own limits, the official texts it brought in, who works here. */
export function knownDataOf(house: House): KnownData {
  const { clock, definitions, limitParameters } = house
  const published = definitions.latest().map(({ bpmnProcessId }) => bpmnProcessId)
  const known = knownWordsData(clock.now(), published)
  return {
    ...known,
    limits: limitParameters.list(dayOf(clock.now())).map(({ parameter }) => parameter),
    citations: [...known.citations, ...officialTexts(house)].reduce(merged, []),
    names: namesOf(house),
    roster: rosterOf(house),
  }
}

/** Of roles and published procedures. */
function namesOf({ definitions }: House): NonNullable<KnownData['names']> {
  const published = definitions
    .latest()
    .map(({ bpmnProcessId, name }) => [bpmnProcessId, name ?? bpmnProcessId] as const)
  const named = Object.entries(roles).map(([id, { zh, en }]) => [id, { zh, en }] as const)
  return { roles: Object.fromEntries(named), processes: Object.fromEntries(published) }
}

/** Articles of the official texts, by law. */
function officialTexts({ clock, statutes }: House): KnownLaw[] {
  const today = dayOf(clock.now())
  return statutes.list().map(({ name, textId }) => {
    const articles = statutes.articles(textId).map(({ article }) => article)
    const isInForce = statutes.inForce(name, today)?.textId === textId
    return { name, inForce: isInForce ? articles : [], past: isInForce ? [] : articles }
  })
}

/** Versions of one law are one law. */
function merged(laws: KnownLaw[], law: KnownLaw): KnownLaw[] {
  const same = laws.find(({ name }) => name === law.name)
  if (!same) return [...laws, law]
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
  const whole = { name: law.name, inForce: both(same.inForce, law.inForce), past: both(same.past, law.past) }
  return laws.map(each => (each === same ? whole : each))
}

/** Everybody in office today, and until when who is away. */
function rosterOf(house: House): Roster {
  const now = house.clock.now()
  const parameters = parametersAt(house, now)
  const today = officeDate(now)
  const away = house.absences.on(today)
  return {
    people: house.people.listPeople(today).map(person => {
      const asked = policyPersonAt(house, person, now)
      const absence = away.get(person.personId)
      return {
        id: person.personId,
        name: person.name,
        groups: person.appointments.map(({ role, org }) => `${role}@${org}`),
        certificates: asked.certificates.filter(({ state }) => state === 'valid').map(({ kind }) => kind),
        isQualified: isQualified({ person: asked, at: now, parameters }),
        ...(absence && { awayUntil: absence.toDay }),
      }
    }),
    streets: house.people
      .listOrganisations(today)
      .filter(({ kind, state }) => kind === 'subdistrict' && state !== 'dissolved')
      .map(({ orgId, name }) => ({ id: orgId, name })),
  }
}
