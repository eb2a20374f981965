import { bundle, type Examples, end, job } from '../../small-bundle.testing.ts'

/** What `reachable` passes, and what it tells. */
export const reachableExamples: Examples = {
  good: [bundle({ nodes: [job('work'), end('end')], flows: ['start > work > end'] })],
  bad: [
    [bundle({ nodes: [job('work'), job('lost'), end('end')], flows: ['start > work > end', 'lost > end'] }), 'lost'],
  ],
}
