import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > a > b > end']

/** What `one-result-field` passes, and what it tells. */
export const oneResultFieldExamples: Examples = {
  good: [
    bundle({
      nodes: [task('a', { actions: 'first=yes:是' }), task('b', { actions: 'second=yes:是' }), end('end')],
      flows,
    }),
  ],
  bad: [
    [
      bundle({
        nodes: [task('a', { actions: 'ok=yes:是|ok=no:否' }), task('b', { actions: 'ok=yes:是' }), end('end')],
        flows,
      }),
      'b',
    ],
  ],
}
