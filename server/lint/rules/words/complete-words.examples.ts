import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > review > end']

/** What `complete-words` passes, and what it tells. */
export const completeWordsExamples: Examples = {
  good: [bundle({ nodes: [task('review'), end('end')], flows })],
  bad: [
    [bundle({ nodes: [task('review'), end('end')], flows, properties: { startRoles: '', bizKey: '' } }), 'p', 'p'],
    [bundle({ nodes: [task('review', { kind: '' }), end('end')], flows }), 'review'],
    [bundle({ nodes: [task('review', {}, '<zeebe:priorityDefinition priority="1"/>'), end('end')], flows }), 'review'],
  ],
}
