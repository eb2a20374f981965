import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const ends = [end('end-yes'), end('end-no')]
const asked = (actions: string) => [script('init', '="none"', 'ok'), task('ask', { actions })]
const buttons = 'ok=yes:是|ok=no:否'
const before = ['start > init > ask > x']

/** What `gateway-default` passes, and what it tells. */
export const gatewayDefaultExamples: Examples = {
  good: [
    bundle({
      nodes: [...asked(buttons), exclusive('x', 'x--end-no'), ...ends],
      flows: [...before, 'x > end-yes : =ok = "yes"', 'x > end-no'],
    }),
  ],
  bad: [
    [
      bundle({
        nodes: [...asked(buttons), exclusive('x'), ...ends],
        flows: [...before, 'x > end-yes : =ok = "yes"', 'x > end-no : =ok = "no"'],
      }),
      'x',
    ],
    [
      bundle({
        nodes: [...asked(buttons), exclusive('x'), ...ends],
        flows: [...before, 'x > end-yes : =ok = "yes"', 'x > end-no'],
      }),
      ...['x', 'x--end-no'],
    ],
    [
      bundle({
        nodes: [...asked(buttons), exclusive('x', 'x--end-no'), ...ends],
        flows: [...before, 'x > end-yes : =ok = "yes"', 'x > end-no : =ok = "no"'],
      }),
      'x--end-no',
    ],
  ],
}
