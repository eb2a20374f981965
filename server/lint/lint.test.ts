import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lint } from './lint.ts'
import { bundle, end, exclusive, known, script, task } from './small-bundle.testing.ts'

const dividing = (first: string, second: string) =>
  bundle({
    nodes: [
      ...[script('init', '="none"', 'ok'), task('ask', { actions: 'ok=yes:是|ok=no:否|ok=later:以后' })],
      ...[exclusive('x', 'x--end-no'), end('end-yes'), end('end-no'), end('end-later')],
    ],
    flows: ['start > init > ask > x', `x > end-yes : ${first}`, `x > end-later : ${second}`, 'x > end-no'],
  })
const told = async (rule: string, given: ReturnType<typeof bundle>) =>
  (await lint(given, known)).filter(problem => problem.rule === rule)

test('an overlap comes with values that meet both conditions, and with the way that the engine then goes', async () => {
  const [problem] = await told('gateway-overlap', dividing('=ok = "yes"', '=ok != "no"'))
  expect(problem).toMatchObject({
    severity: 'error',
    file: 'p.bpmn',
    elementId: 'x',
    way: ['start', 'init', 'ask', 'x', 'end-later'],
    message: { zh: expect.stringContaining('ok = "yes"'), en: expect.stringContaining('ok = "yes"') },
  })
})

test('what can be mended at once says how', async () => {
  const [problem] = await told(
    'known-words',
    bundle({ nodes: [task('a', { basiss: 'x' }), end('end')], flows: ['start > a > end'] }),
  )
  expect(problem?.fix).toEqual({ kind: 'remove-header', elementId: 'a', key: 'basiss' })
})

test('a slip of the hand in a condition is put right with what was meant', async () => {
  const [value] = await told('flow-never-taken', dividing('=ok = "yess"', '=ok = "later"'))
  expect(value?.fix).toEqual({ kind: 'set-condition', elementId: 'x--end-yes', expression: '=ok = "yes"' })
  const [name] = await told('written-before-read', dividing('=okk = "yes"', '=ok = "later"'))
  expect(name?.fix).toEqual({ kind: 'set-condition', elementId: 'x--end-yes', expression: '=ok = "yes"' })
})

test('a limit that is nearly one of the office is put right', async () => {
  const limited = bundle({ nodes: [task('a', { limit: 'review.frist' }), end('end')], flows: ['start > a > end'] })
  const [problem] = await told('known-limit', limited)
  expect(problem?.fix).toEqual({ kind: 'set-header', elementId: 'a', key: 'limit', value: 'review.first' })
})

test('what cannot be read silences the other rules', async () => {
  const { resources } = dividing('=ok = "yes"', '=ok != "no"')
  const problems = await lint({ resources: [...resources, { name: 'x.form', content: '{' }] }, known)
  expect(problems.map(({ rule, file }) => [rule, file])).toEqual([['readable', 'x.form']])
})

test('a bundle without an executable process is told', async () => {
  const [diagram] = dividing('=ok = "yes"', '=ok = "later"').resources
  const content = diagram!.content.replace('isExecutable="true"', 'isExecutable="false"')
  const problems = await lint({ resources: [{ name: 'p.bpmn', content }] }, known)
  expect(problems.some(({ rule, message }) => rule === 'deployable' && message.en.includes('executable'))).toBe(true)
})

/** Diagrams that a generator made for the engine: nested, looping, with events on borders. */
test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'generated diagram %i is read without failing',
  async number => {
    const content = readFileSync(`tests/engine/scenarios/random-${number}/p.bpmn`, 'utf8')
    const problems = await lint({ resources: [{ name: 'p.bpmn', content }] }, known)
    expect(problems.map(({ rule }) => rule)).not.toContain('deployable')
  },
)
