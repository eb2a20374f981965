import { expect, test } from 'vitest'
import { creditCodeObjection } from '../../../server/forms/credit-code.ts'
import { idCardObjection } from '../../../server/forms/id-card.ts'
import { roles } from '../../../server/identity/roles.ts'
import { demoPeople } from '../people.ts'
import { irregular } from './irregular-papers.ts'
import { planDistrict } from './plan-district.ts'
import { endedPlots, filedPlot, runningPlots } from './plots.ts'
import { staff } from './staff.ts'
import { streets } from './streets.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const plan = planDistrict()
const everybody = [...demoPeople, ...irregular, ...staff]

test('the plan is the same every time', () => {
  const shown = (reviews: typeof plan) => JSON.stringify(reviews.map(({ filing: _, ...review }) => review))
  expect(shown(planDistrict())).toBe(shown(plan))
})

test('every street has cases, every plot is seen in the first street, and no two parties are one', () => {
  expect(new Set(plan.map(({ street }) => street))).toEqual(new Set(streets.map(({ id }) => id)))
  const first = new Set(plan.filter(({ street }) => street === 'LDJ').map(({ plot }) => plot))
  const plots = [...endedPlots, ...runningPlots, filedPlot]
  const unseen = plots.filter(({ id, count }) => count >= 4 && !first.has(id))
  expect(unseen.map(({ id }) => id)).toEqual([])
  expect(plan).toHaveLength(plots.reduce((sum, { count }) => sum + count, 0))
  expect(new Set(plan.map(({ party }) => party.idNo)).size).toBe(plan.length)
})

test('identity and credit codes pass their check digits', () => {
  for (const { party } of plan) {
    expect(idCardObjection(party.idNo, NOW)).toBeUndefined()
    expect(party.idNo.slice(0, 6)).toBe('420106')
    if (party.usccNo === undefined) continue
    expect(creditCodeObjection(party.usccNo)).toBeUndefined()
    expect(party.usccNo.slice(2, 8)).toBe('420106')
  }
})

test('nobody acts twice in a review where the law wants different people', () => {
  for (const { start, handlerIds, steps } of plan) {
    const by = (task: string) => steps.filter(step => step.task === task).map(step => step.by)
    const handlers = [start.by, ...handlerIds]
    const firsts = [...by('intake'), ...by('first-review')]
    const seconds = by('second-review')
    const thirds = by('re-review')
    expect(new Set(handlers).size).toBe(2)
    expect([...firsts, ...seconds, ...thirds].filter(person => handlers.includes(person))).toEqual([])
    expect(seconds.filter(person => firsts.includes(person))).toEqual([])
    expect(thirds.filter(person => seconds.includes(person) || firsts.includes(person))).toEqual([])
  }
})

test('texts vary: no opinion is written more often than one time in eight', () => {
  const opinions = plan.flatMap(({ steps }) => steps.flatMap(({ values }) => values?.firstReason ?? []))
  const counts = new Map<unknown, number>()
  for (const opinion of opinions) counts.set(opinion, (counts.get(opinion) ?? 0) + 1)
  expect(Math.max(...counts.values())).toBeLessThan(opinions.length / 8)
  expect(new Set(plan.map(({ caseTitle }) => caseTitle)).size).toBeGreaterThan(plan.length * 0.75)
})

test('every office of the catalogue that people of the district hold is held, and each id and name is one person', () => {
  const outside = ['enterprise-user', 'party']
  const held = new Set(everybody.flatMap(({ groups }) => groups.map(group => group.split('@')[0])))
  expect(Object.keys(roles).filter(role => !held.has(role) && !outside.includes(role))).toEqual([])
  expect(new Set(everybody.map(({ personId }) => personId)).size).toBe(everybody.length)
  expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length)
})
