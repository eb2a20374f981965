import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const flows = ['start > work > end']

/** What `plain-names` passes, and what it tells. */
export const plainNamesExamples: Examples = {
  good: [bundle({ nodes: [script('work', '=1', 'firstRound'), end('end')], flows })],
  bad: [
    [
      bundle({
        nodes: [exclusive('x', 'x--no'), end('yes'), end('no')],
        flows: ['start > x', 'x > yes : =`the sum` = 1', 'x > no'],
      }),
      'x--yes',
    ],
    [bundle({ nodes: [script('work', '=1', 'first_round'), end('end')], flows }), 'work'],
    [bundle({ nodes: [script('work', '=1', 'a', { 'Case.no': '=a' }), end('end')], flows }), 'work'],
    [
      bundle({
        nodes: [task('work'), end('end')],
        flows,
        forms: { work: [{ id: 'f', type: 'textfield', key: '金额' }] },
      }),
      'f',
    ],
  ],
}
