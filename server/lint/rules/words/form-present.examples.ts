import { bundle, type Examples, element, end, task } from '../../small-bundle.testing.ts'

const nodes = [task('review'), end('end')]
const flows = ['start > review > end']

/** What `form-present` passes, and what it tells. */
export const formPresentExamples: Examples = {
  good: [bundle({ nodes, flows, forms: { start: [], review: [] } })],
  bad: [
    [bundle({ nodes, flows, forms: { start: [] } }), 'review'],
    [bundle({ nodes, flows, forms: { start: [], review: [], old: [] } }), 'p.old'],
    [
      bundle({ nodes: [element('userTask', 'review', '<zeebe:userTask/>'), end('end')], flows, forms: { start: [] } }),
      'review',
    ],
  ],
}
