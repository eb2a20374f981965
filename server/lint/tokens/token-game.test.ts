import { expect, test } from 'vitest'
import { readModels } from '../read-model.ts'
import {
  bundle,
  element,
  end,
  exclusive,
  inclusive,
  job,
  known,
  onBorder,
  parallel,
  timer,
} from '../small-bundle.testing.ts'
import { playTokens } from './token-game.ts'

async function mishaps(nodes: string[], flows: string[]) {
  const [model] = await readModels(bundle({ nodes, flows }), known)
  expect(model!.faults).toEqual([])
  return playTokens(model!).mishaps
}
const places = (found: Awaited<ReturnType<typeof mishaps>>) => found.map(({ kind, node }) => `${kind} ${node.id}`)

const steps = ['a', 'b', 'c'].map(id => job(id))
const beside = onBorder('late', 'a', timer('PT2H'), { cancelActivity: 'false' })
const link = (tag: string, id: string) => element(tag, id, '', {}, `<bpmn:linkEventDefinition id="${id}-l" name="on"/>`)

test.each<[what: string, nodes: string[], flows: string[], found: string[]]>([
  [
    'parallel ways that end by themselves',
    [parallel('fork'), ...steps, end('end')],
    ['start > fork > a > end', 'fork > b > c > end'],
    [],
  ],
  [
    'a loop',
    [exclusive('back'), ...steps, exclusive('x'), end('end')],
    ['start > back > a > b > x > end', 'x > c > back'],
    [],
  ],
  [
    'an inclusive join after an exclusive choice in one of its ways',
    [inclusive('fork', 'fork--b'), ...steps, exclusive('x'), inclusive('join'), end('end'), end('out')],
    ['start > fork', 'fork > a : =p', 'fork > b', 'a > x > join', 'x > out', 'b > c > join > end'],
    [],
  ],
  [
    'a parallel join one of whose ways may end before',
    [parallel('fork'), ...steps, exclusive('x'), parallel('join'), end('end'), end('out')],
    ['start > fork > a > x > join', 'x > out', 'fork > b > c > join > end'],
    ['stuck join'],
  ],
  [
    'what goes on beside a task and ends by itself, again in each round of a loop',
    [exclusive('back'), ...steps, beside, exclusive('x'), end('end'), end('told')],
    ['start > back > a > x > end', 'x > b > back', 'late > c > told'],
    [],
  ],
  [
    'what goes on beside a task and comes back to the main way',
    [...steps, beside, end('end')],
    ['start > a > b > end', 'late > c > b'],
    ['twice b'],
  ],
  [
    'an interrupting event in one of two parallel ways',
    [parallel('fork'), ...steps, onBorder('stop', 'a', timer('PT2H')), parallel('join'), end('end'), end('stopped')],
    ['start > fork > a > join', 'fork > b > c > join > end', 'stop > stopped'],
    ['stuck join'],
  ],
  [
    'a link',
    [link('intermediateThrowEvent', 'out'), link('intermediateCatchEvent', 'in'), ...steps, end('end')],
    ['start > a > out', 'in > b > c > end'],
    [],
  ],
])('%s', async (_, nodes, flows, found) => {
  expect(places(await mishaps(nodes, flows))).toEqual(found)
})

test('the way tells what was passed', async () => {
  const nodes = [exclusive('fork', 'fork--b'), ...steps, parallel('join'), end('end')]
  const [stuck] = await mishaps(nodes, ['start > fork', 'fork > a : =p', 'fork > b > c > join > end', 'a > join'])
  expect(stuck).toMatchObject({ kind: 'stuck', missing: [expect.stringMatching(/--join$/)] })
  expect(stuck?.way.slice(0, 2)).toEqual(['start', 'fork'])
})
