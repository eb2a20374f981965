import { bundle, type Examples, end, job } from '../../small-bundle.testing.ts'

/** What `reaches-end` passes, and what it tells. */
export const reachesEndExamples: Examples = {
  good: [bundle({ nodes: [job('work'), end('end')], flows: ['start > work > end'] })],
  bad: [
    [bundle({ nodes: [job('work'), end('end')], flows: ['start > work'] }), 'start', 'work'],
    [bundle({ nodes: [job('work'), job('again')], flows: ['start > work > again > work'] }), 'start', 'work', 'again'],
  ],
}
