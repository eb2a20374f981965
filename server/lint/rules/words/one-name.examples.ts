import { bundle, type Examples, end } from '../../small-bundle.testing.ts'

const simple = { nodes: [end('end')], flows: ['start > end'] }

/** What `one-name` passes, and what it tells. */
export const oneNameExamples: Examples = {
  good: [bundle({ ...simple, folder: 'p' }), bundle(simple)],
  bad: [[bundle({ ...simple, folder: 'other' }), 'p']],
}
