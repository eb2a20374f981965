import { bundle, type Examples, end, exclusive, inclusive, job, parallel } from '../../small-bundle.testing.ts'

const nodes = [job('a'), job('b'), end('end')]
const divided = ['start > fork > a > join > end', 'fork > b > join']
const ways = ['start > fork', 'fork > a : =x', 'fork > b', 'a > join > end', 'b > join']

/** What `join-completes` passes, and what it tells. */
export const joinCompletesExamples: Examples = {
  good: [
    bundle({ nodes: [parallel('fork'), ...nodes, parallel('join')], flows: divided }),
    bundle({ nodes: [exclusive('fork', 'fork--b'), ...nodes, exclusive('join')], flows: ways }),
    bundle({ nodes: [inclusive('fork', 'fork--b'), ...nodes, inclusive('join')], flows: ways }),
  ],
  bad: [
    [bundle({ nodes: [exclusive('fork', 'fork--b'), ...nodes, parallel('join')], flows: ways }), 'join'],
    [bundle({ nodes: [inclusive('fork', 'fork--b'), ...nodes, parallel('join')], flows: ways }), 'join'],
  ],
}
