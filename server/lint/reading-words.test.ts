import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseBpmn } from '../bpmn/index.ts'
import { parseDecisions } from '../dmn/index.ts'
import { readingSentence } from './reading-words.ts'

const SENTENCE = /(['`])((?:line \$\{[^}]*\}: )?(?:Expected|expected|found|FEEL) (?:(?!\1)[^\n\\]|\\.)+)\1/g

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? filesIn(`${folder}/${entry.name}`)
      : /\.ts$/.test(entry.name) && !/\.test(?:ing)?\.ts$/.test(entry.name)
        ? [`${folder}/${entry.name}`]
        : [],
  )

/** What the readers of diagrams and tables say, with what it is filled with; what is said while a decision is made is not of a file. */
const said = [...filesIn('server/dmn'), ...filesIn('server/bpmn/schema'), 'server/bpmn/parse-bpmn.ts']
  .filter(file => !/evaluate-decision|type-check|decision-failure|hit-policies/.test(file))
  .flatMap(file => {
    const isSchema = file.includes('schema')
    return [...readFileSync(file, 'utf8').matchAll(SENTENCE)].map(([, , text = '']) => {
      const filled = text.replace(/\$\{this\.line\}|\$\{lines\.[^}]*\}/g, '7').replace(/\$\{kind\}/g, 'decision')
      const whole = filled
        .replace(/\$\{[^}]*(?:length|count|deepest|DEEPEST|MOST_ELEMENTS)[^}]*\}/g, '2')
        .replace(/\$\{[^}]*\}/g, 'x')
      return isSchema && !whole.startsWith('line') ? `line 7: ${whole}` : whole
    })
  })

test('the sentences are found', () => expect(new Set(said).size).toBeGreaterThan(25))

// One of them has a choice in it; the rows below make the parser say it.
test.each([...new Set(said)].filter(text => !text.includes('${')))('%s', text => {
  expect(readingSentence(text)).toMatch(/\p{Script=Han}/u)
})

const messageOf = async (read: Promise<unknown>): Promise<string[]> => {
  const error = (await read.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { problems?: readonly (string | { message: string })[] } | undefined
  return (error?.problems ?? []).map(problem => (typeof problem === 'string' ? problem : problem.message))
}

const DMN = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

test.each([
  ['nothing', ''],
  ['no XML', 'hello'],
  ['half of a file', `<bpmn:definitions xmlns:bpmn="${BPMN}"><bpmn:process id="p">`],
  ['another kind of file', '<html/>'],
  [
    'an unknown element',
    `<bpmn:definitions xmlns:bpmn="${BPMN}" targetNamespace="x"><bpmn:nonsense/></bpmn:definitions>`,
  ],
  ['a wrong closing tag', `<bpmn:definitions xmlns:bpmn="${BPMN}"></bpmn:other>`],
  [
    'an id twice',
    `<bpmn:definitions xmlns:bpmn="${BPMN}" targetNamespace="x"><bpmn:process id="p"/><bpmn:process id="p"/></bpmn:definitions>`,
  ],
  ['an attribute twice', `<bpmn:definitions xmlns:bpmn="${BPMN}" id="a" id="b" targetNamespace="x"/>`],
  [
    'a value of another kind',
    `<bpmn:definitions xmlns:bpmn="${BPMN}" targetNamespace="x"><bpmn:process id="p" isExecutable="maybe"/></bpmn:definitions>`,
  ],
  ['an entity', `<!DOCTYPE x [<!ENTITY e "e">]><bpmn:definitions xmlns:bpmn="${BPMN}"/>`],
])('a diagram that is %s is told in Chinese', async (_, xml) => {
  const told = await messageOf(parseBpmn(xml))
  expect(told.length).toBeGreaterThan(0)
  for (const message of told) expect(readingSentence(message), message).toMatch(/\p{Script=Han}/u)
})

test.each([
  ['nothing', ''],
  ['no XML', 'hello'],
  ['half of a file', `<definitions xmlns="${DMN}"><decision id="d">`],
  ['another kind of file', '<html/>'],
  [
    'a wrong cell',
    `<definitions xmlns="${DMN}" id="x" name="x" namespace="x"><decision id="d" name="d"><literalExpression id="l"><text>1 +</text></literalExpression></decision></definitions>`,
  ],
])('a table that is %s is told in Chinese', async (_, xml) => {
  const told = await messageOf(parseDecisions(xml))
  expect(told.length).toBeGreaterThan(0)
  for (const message of told) expect(readingSentence(message), message).toMatch(/\p{Script=Han}/u)
})
