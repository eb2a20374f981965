import { describe, expect, test } from 'vitest'
import { examples } from './examples.testing.ts'
import { problemsOf } from './lint.ts'
import { type Bundle, readModels } from './read-model.ts'
import type { Problem, Rule } from './rule.ts'
import { rules } from './rules.ts'
import { known } from './small-bundle.testing.ts'

async function problemsIn(rule: Rule, given: Bundle): Promise<Problem[]> {
  const models = await readModels(given, known)
  if (rule.id !== 'readable') expect(models.flatMap(({ faults }) => faults)).toEqual([])
  return models.flatMap(model => problemsOf(rule, model))
}

test('every rule has examples, and every example a rule', () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort())
})

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const { good, bad } = examples[id]!

  test(`${id}: has a document`, () => {
    for (const text of [rule.title.zh, rule.doc.why, rule.doc.mend]) expect(text).toMatch(/\p{Script=Han}{2,}/u)
  })

  test(`${id}: what is good passes`, async () => {
    expect(good.length).toBeGreaterThan(0)
    for (const given of good) expect(await problemsIn(rule, given)).toEqual([])
  })

  test(`${id}: what is bad is told, with the element and a sentence in both languages`, async () => {
    expect(bad.length).toBeGreaterThan(0)
    for (const [given, ...elementIds] of bad) {
      const problems = await problemsIn(rule, given)
      expect(problems.map(({ elementId }) => elementId)).toEqual(elementIds)
      for (const { message } of problems) {
        expect(message.zh).toMatch(/\p{Script=Han}/u)
        expect(message.en).not.toBe(message.zh)
      }
    }
  })
})
