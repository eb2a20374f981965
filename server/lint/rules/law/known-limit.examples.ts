import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > review > end']

/** What `known-limit` passes, and what it tells. */
export const knownLimitExamples: Examples = {
  good: [bundle({ nodes: [task('review', { limit: 'review.first;+review.own' }), end('end')], flows })],
  bad: [
    [bundle({ nodes: [task('review', { limit: 'review.frist' }), end('end')], flows }), 'review'],
    [bundle({ nodes: [task('review', { limit: 'pay.rate' }), end('end')], flows }), 'review'],
  ],
}
