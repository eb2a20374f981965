import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > review > end']

/** What `known-words` passes, and what it tells. */
export const knownWordsExamples: Examples = {
  good: [bundle({ nodes: [task('review', { basis: '行政处罚法 第58条' }), end('end')], flows })],
  bad: [
    [bundle({ nodes: [task('review', { basiss: '行政处罚法 第58条' }), end('end')], flows }), 'review'],
    [bundle({ nodes: [task('review', { actions: '同意' }), end('end')], flows }), 'review'],
    [bundle({ nodes: [task('review'), end('end')], flows, properties: { colour: 'red' } }), 'p'],
  ],
}
