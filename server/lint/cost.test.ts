import { expect, test } from 'vitest'
import { readModels } from './read-model.ts'
import { bundle, end, exclusive, known, parallel, script, task } from './small-bundle.testing.ts'
import { playTokens } from './tokens/token-game.ts'
import { triedGateways } from './values/conditions.ts'

/** Rounds of asking, dividing, doing two things at once, and coming together: eight elements each. */
function rounds(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index)
  return bundle({
    nodes: [
      script('init', '={ok: "none"}', 'initial', { ok: '=initial.ok' }),
      ...numbers.flatMap(n => [
        ...[task(`ask${n}`, { actions: 'ok=yes:是|ok=no:否' }), exclusive(`x${n}`, `x${n}--merge${n}`)],
        ...[
          parallel(`fork${n}`),
          task(`a${n}`),
          task(`b${n}`),
          parallel(`join${n}`),
          exclusive(`merge${n}`),
          task(`done${n}`),
        ],
      ]),
      end('end'),
    ],
    flows: [
      'start > init > ask0',
      ...numbers.flatMap(n => [
        ...[`ask${n} > x${n}`, `x${n} > fork${n} : =ok = "yes"`, `x${n} > merge${n}`],
        ...[`fork${n} > a${n} > join${n}`, `fork${n} > b${n} > join${n}`, `join${n} > merge${n} > done${n}`],
        `done${n} > ${n + 1 < count ? `ask${n + 1}` : 'end'}`,
      ]),
    ],
  })
}

/** What is looked at grows with the diagram, not with the ways through it: sixty elements are judged while one types. */
test('sixty elements take some hundred states and some dozen cases', async () => {
  const [model] = await readModels(rounds(8), known)
  expect(model!.nodes.length).toBeGreaterThan(60)
  expect(playTokens(model!).states).toBeLessThan(200)
  expect(triedGateways(model!).reduce((sum, { cases }) => sum + cases.length, 0)).toBeLessThan(50)
})

test('twice as many take twice as much', async () => {
  const [small] = await readModels(rounds(4), known)
  const [large] = await readModels(rounds(8), known)
  expect(playTokens(large!).states).toBeLessThanOrEqual(2 * playTokens(small!).states + 4)
})
