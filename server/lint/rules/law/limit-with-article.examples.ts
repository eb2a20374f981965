import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > review > end']

/** What `limit-with-article` passes, and what it tells. */
export const limitWithArticleExamples: Examples = {
  good: [
    bundle({ nodes: [task('review', { limit: 'review.first' }), end('end')], flows }),
    bundle({ nodes: [task('review', { limit: 'review.own' }), end('end')], flows }),
    bundle({ nodes: [task('review', { limit: 'review.bare', basis: '行政处罚法 第58条' }), end('end')], flows }),
  ],
  bad: [
    [bundle({ nodes: [end('end')], flows: ['start > end'], properties: { limit: 'review.bare' } }), 'p'],
    [bundle({ nodes: [task('review', { limit: 'review.bare' }), end('end')], flows }), 'review'],
  ],
}
