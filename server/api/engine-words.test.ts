import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { engineSentence } from './engine-words.ts'
import { whyNot } from './migrations/why-not.ts'

const FOLDER = 'server/engine/embedded'
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? filesIn(`${folder}/${entry.name}`)
      : /\.ts$/.test(entry.name) && !/\.test(?:ing)?\.ts$/.test(entry.name)
        ? [`${folder}/${entry.name}`]
        : [],
  )

const textsIn = (source: string, sentence: RegExp): string[] =>
  [...source.matchAll(sentence)].map(([, , text = '']) =>
    text.replace(/\$\{[^}]*[kK]ey\}/g, '17').replace(/\$\{[^}]*\}/g, 'x'),
  )

/** What the engine says when it rejects, with what it is filled with. */
const rejections = filesIn(FOLDER).flatMap(file =>
  readFileSync(file, 'utf8')
    .split('CommandRejected(')
    .slice(1)
    .flatMap(call =>
      textsIn(call.slice(0, 700).split(/\n\s*\)\n|\)\n\n|^}/m)[0]!, /(['`])(Expected (?:(?!\1)[^\\]|\\.)+)\1/g),
    ),
)

describe('what the engine rejects is told in Chinese', () => {
  test('the sentences are found', () => expect(new Set(rejections).size).toBeGreaterThan(30))

  test.each([...new Set(rejections)])('%s', reason => {
    expect(engineSentence(reason)).toMatch(/\p{Script=Han}/u)
  })

  test('a deployment names the element and what is wrong with it', () => {
    const report = `Expected to deploy new resources, but encountered the following errors:\n'a.bpmn': - Element: gate\n    - ERROR: Must have a condition or be default flow\n`
    expect(engineSentence(report)).toBe('部署不了：gate 这一支要写条件，或者设为缺省')
  })
})

/** Why an instance is not migrated: what follows its name. */
const refusals = filesIn(`${FOLDER}/behaviors/migration`).flatMap(file =>
  textsIn(
    readFileSync(file, 'utf8'),
    /(['`])((?:a concurrent|(?:target |joining )?gateway|sequence flow|the (?:flow|mapping)|no mapping|active|mapping instructions|\$\{about\}) (?:(?!\1)[^\\]|\\.)+)\1/g,
  ),
)

describe('why an instance is not migrated is one of our sentences', () => {
  test('the sentences are found', () => expect(new Set(refusals).size).toBeGreaterThan(17))

  // The name of the element alone is the beginning of other sentences.
  test.each([...new Set(refusals)].filter(text => text !== "active element with id 'x'"))('%s', reason => {
    expect(whyNot({ type: 'INVALID_STATE', reason }).why).not.toBe('migration.other')
  })
})
