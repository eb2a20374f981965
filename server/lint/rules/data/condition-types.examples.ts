import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const dividing = (condition: string) => ({
  nodes: [
    ...[script('init', '="none"', 'ok'), task('ask', { actions: 'ok=yes:是|ok=no:否' })],
    ...[exclusive('x', 'x--end-no'), end('end-yes'), end('end-no')],
  ],
  flows: ['start > init > ask > x', `x > end-yes : ${condition}`, 'x > end-no'],
  forms: {
    ask: [
      { id: 'a', type: 'number' as const, key: 'count' },
      { id: 'b', type: 'checkbox' as const, key: 'sure' },
    ],
  },
})

/** What `condition-types` passes, and what it tells. */
export const conditionTypesExamples: Examples = {
  good: [bundle(dividing('=ok = "yes"')), bundle(dividing('=count > 2')), bundle(dividing('=sure'))],
  bad: [
    [bundle(dividing('=ok = 1')), 'x--end-yes'],
    [bundle(dividing('=count > "2"')), 'x--end-yes'],
    [bundle(dividing('=ok')), 'x--end-yes'],
  ],
}
