import { expect, test } from 'vitest'
import { readModels } from '../read-model.ts'
import { bundle, element, end, known, mapped, script, task } from '../small-bundle.testing.ts'
import { possibleValues } from './possible-values.ts'

async function domainOf(variable: string, ...steps: string[]) {
  const ids = steps.map(step => /id="([^"]+)"/.exec(step)?.[1])
  const forms = {
    start: [
      { id: 'a', type: 'radio' as const, key: 'kind', values: ['x', 'y'].map(value => ({ label: value, value })) },
      { id: 'b', type: 'textfield' as const, key: 'note' },
      { id: 'c', type: 'number' as const, key: 'count' },
      { id: 'd', type: 'checkbox' as const, key: 'sure' },
    ],
  }
  const given = bundle({ nodes: [...steps, end('end')], flows: [['start', ...ids, 'end'].join(' > ')], forms })
  const [model] = await readModels(given, known)
  const domain = possibleValues(model!).get(variable)
  return domain && { values: domain.values, open: domain.open }
}

const job = (outputs: Record<string, string>) =>
  element('serviceTask', 'work', `<zeebe:taskDefinition type="note"/>${mapped(outputs)}`)

test.each<[what: string, variable: string, steps: string[], values: unknown[], open?: string]>([
  ['options of a form', 'kind', [], ['x', 'y']],
  ['what people type', 'note', [], [], 'text'],
  ['numbers', 'count', [], [], 'number'],
  ['buttons', 'ok', [task('ask', { actions: 'ok=true:是|ok=false:否' })], [true, false]],
  ['a constant', 'a', [script('s', '="none"', 'a')], ['none']],
  ['a choice between options', 'a', [script('s', '=if sure then kind else "z"', 'a')], ['x', 'y', null, 'z']],
  ['a copy', 'a', [script('s', '=note', 'a')], [], 'text'],
  ['a question about a text', 'a', [script('s', '=note != null', 'a')], [true, false]],
  ['an entry of a context', 'b', [script('s', '={one: 1, two: note}', 'a', { b: '=a.one' })], [1]],
  ['an open entry of a context', 'b', [script('s', '={one: 1, two: note}', 'a', { b: '=a.two' })], [], 'text'],
  ['what a job brings', 'a', [script('s', '="none"', 'a'), job({ a: '=a' })], ['none'], 'other'],
])('%s', async (_, variable, steps, values, open) => {
  const domain = await domainOf(variable, ...steps)
  expect(new Set(domain?.values)).toEqual(new Set(values))
  expect(domain?.open).toBe(open)
})

test('what counts itself up may be any number', async () => {
  const domain = await domainOf('round', script('one', '=1', 'round'), script('more', '=round + 1', 'round'))
  expect(domain).toMatchObject({ open: 'number', values: expect.arrayContaining([1, 2, 3]) })
})

test('what nobody writes is not known', async () => {
  expect(await domainOf('nothing')).toBeUndefined()
})
