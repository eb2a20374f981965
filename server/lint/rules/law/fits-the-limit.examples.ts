import { bundle, type Examples, end, parallel, task } from '../../small-bundle.testing.ts'

const limited = (id: string) => task(id, { limit: 'review.own' })
const inTurn = (...ids: string[]) => ({
  nodes: [...ids.map(limited), end('end')],
  flows: [`start > ${ids.join(' > ')} > end`],
})

export const fitsTheLimitExamples: Examples = {
  good: [
    bundle({ ...inTurn('a', 'b', 'c'), properties: { limit: 'whole.statutory' } }),
    bundle({ ...inTurn('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') }),
    bundle({
      nodes: [parallel('fork'), ...['a', 'b', 'c', 'd'].map(limited), parallel('join'), end('end')],
      flows: ['start > fork', ...['a', 'b', 'c', 'd'].map(id => `fork > ${id} > join`), 'join > end'],
      properties: { limit: 'whole.statutory' },
    }),
  ],
  bad: [
    [bundle({ ...inTurn('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), properties: { limit: 'whole.statutory' } }), 'p'],
    [bundle({ ...inTurn('a', 'b'), properties: { limit: 'review.first' } }), 'p'],
    [
      bundle({
        ...inTurn('a', 'b'),
        properties: { limit: 'review.first', limitStart: '=if urgent then at else false' },
      }),
      'p',
    ],
  ],
}
