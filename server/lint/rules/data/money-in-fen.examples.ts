import { bundle, type Examples, end, script } from '../../small-bundle.testing.ts'

const simple = { nodes: [end('end')], flows: ['start > end'] }

/** What `money-in-fen` passes, and what it tells. */
export const moneyInFenExamples: Examples = {
  good: [
    bundle({
      ...simple,
      forms: { start: [{ id: 'f', type: 'number', key: 'amountFen', properties: { unit: 'fen' } }] },
    }),
    bundle({ ...simple, forms: { start: [{ id: 'f', type: 'number', key: 'people', label: '人数' }] } }),
  ],
  bad: [
    [
      bundle({ nodes: [script('count', '=1', 'sum', { amount: '=sum' }), end('end')], flows: ['start > count > end'] }),
      'count',
    ],
    [bundle({ ...simple, forms: { start: [{ id: 'f', type: 'number', key: 'amount' }] } }), 'f'],
    [bundle({ ...simple, forms: { start: [{ id: 'f', type: 'number', key: 'sum', label: '罚款金额' }] } }), 'f'],
    [
      bundle({ ...simple, forms: { start: [{ id: 'f', type: 'number', key: 'fine', properties: { unit: 'fen' } }] } }),
      'f',
    ],
  ],
}
