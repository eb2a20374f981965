import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Known, type Rule, rules } from '../../server/lint/index.ts'
import { problemsOf } from '../../server/lint/lint.ts'
import { readModels } from '../../server/lint/read-model.ts'
import { knownWords } from '../../server/procedures/known-words.ts'
import { readBundles } from '../../server/procedures/read-bundles.ts'
import { dataSpoilers } from '../support/mutants/data-spoilers.ts'
import { lawSpoilers } from '../support/mutants/law-spoilers.ts'
import type { Mutant, Spoiler } from '../support/mutants/mutant.ts'
import { peopleSpoilers } from '../support/mutants/people-spoilers.ts'
import { structureSpoilers } from '../support/mutants/structure-spoilers.ts'

const AT = Date.parse('2026-11-22T09:00:00+08:00')
const bundles = readBundles('workflows')
const known = knownWords(
  AT,
  bundles.map(({ folder }) => folder),
)
/** What is spoilt is not how it is drawn. */
const LAYOUT = new Set(readdirSync('server/lint/rules/layout').map(file => file.replace(/\..*$/, '')))

/** Which rule of these tells of something that the shipped procedure has not; layout is not asked. */
async function toldBy(mutant: Mutant, asked: readonly string[], folder: string): Promise<string | undefined> {
  const here: Known = { ...known, ...(mutant.limits && { limits: mutant.limits }) }
  const models = await readModels({ resources: mutant.resources }, here)
  if (models.some(({ faults }) => faults.length > 0)) return 'readable'
  const inOrder = [
    ...asked.flatMap(id => rules.find(rule => rule.id === id) ?? []),
    ...rules.filter(({ id }) => !asked.includes(id) && !LAYOUT.has(id)),
  ]
  return inOrder.find(rule =>
    models.some(model =>
      problemsOf(rule, model).some(problem => problem.severity !== 'hint' && !before(folder, rule).has(keyOf(problem))),
    ),
  )?.id
}

const keyOf = ({ rule, elementId, message }: { rule: string; elementId: string; message: { zh: string } }) =>
  `${rule} ${elementId} ${message.zh}`

const shipped = new Map(
  await Promise.all(
    bundles.map(async ({ folder, resources }) => [folder, await readModels({ resources }, known)] as const),
  ),
)

/** What one rule tells of a shipped procedure already; asked once. */
const already = new Map<string, ReadonlySet<string>>()
function before(folder: string, rule: Rule): ReadonlySet<string> {
  const key = `${folder} ${rule.id}`
  const known = already.get(key) ?? new Set(shipped.get(folder)?.flatMap(model => problemsOf(rule, model).map(keyOf)))
  already.set(key, known)
  return known
}

/** A few of many, spread from the first to the last. */
const spread = <T>(all: readonly T[], most = all.length): T[] =>
  all.length <= most
    ? [...all]
    : Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]!)

/** Every mutant that a way to spoil makes of any procedure, some of them tried. */
async function tried({ mutate, most = 8, rules }: Spoiler) {
  const mutants = bundles.flatMap(({ folder, resources }) => mutate(resources).map(mutant => ({ folder, mutant })))
  const results: { at: string; rule: string | undefined }[] = []
  for (const { folder, mutant } of spread(mutants, most))
    results.push({ at: `${folder}/${mutant.at}`, rule: await toldBy(mutant, rules, folder) })
  return { made: mutants.length, results }
}

describe.each([
  ['people', peopleSpoilers],
  ['law', lawSpoilers],
  ['structure', structureSpoilers],
  ['data', dataSpoilers],
] as const)('mutants of the shipped procedures: %s', (_, spoilers) => {
  test.each(spoilers.map(spoiler => [spoiler.name, spoiler] as const))('%s', async (name, spoiler) => {
    const { made, results } = await tried(spoiler)
    const caught = results.flatMap(({ rule }) => rule ?? [])
    const passed = results.filter(({ rule }) => rule === undefined).map(({ at }) => at)
    console.info(
      [
        `${name}: ${caught.length} of ${results.length} tried (${made} made) caught by ${[...new Set(caught)].join(', ') || 'nobody'}`,
        ...(passed.length > 0 ? [`  ${passed.join(', ')}: ${spoiler.letPass ?? 'nobody knows why'}`] : []),
      ].join('\n'),
    )
    expect(caught.length).toBeGreaterThan(0)
    if (spoiler.letPass === undefined) expect(passed).toEqual([])
  })
})
