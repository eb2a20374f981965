import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > review > end']

/** What `basis-in-force` passes, and what it tells. */
export const basisInForceExamples: Examples = {
  good: [bundle({ nodes: [task('review', { basis: '行政处罚法 第58条' }), end('end')], flows })],
  bad: [
    [bundle({ nodes: [task('review', { basis: '行政处罚法 第580条' }), end('end')], flows }), 'review'],
    [bundle({ nodes: [task('review', { basis: '行政处罚法 第58条；旧法 第1条' }), end('end')], flows }), 'review'],
  ],
}
