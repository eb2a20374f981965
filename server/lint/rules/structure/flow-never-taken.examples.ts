import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const dividing = (condition: string) => ({
  nodes: [
    ...[script('init', '="none"', 'ok'), task('ask', { actions: 'ok=yes:是|ok=no:否' })],
    ...[exclusive('x', 'x--end-no'), end('end-yes'), end('end-no')],
  ],
  flows: ['start > init > ask > x', `x > end-yes : ${condition}`, 'x > end-no'],
})

/** What `flow-never-taken` passes, and what it tells. */
export const flowNeverTakenExamples: Examples = {
  good: [bundle(dividing('=ok = "yes"')), bundle(dividing('=ok = "none"'))],
  bad: [
    [bundle(dividing('=ok = "Yes"')), 'x--end-yes'],
    [bundle(dividing('=ok = "agree"')), 'x--end-yes'],
    [bundle(dividing('=ok != "other"')), 'x--end-no'],
  ],
}
