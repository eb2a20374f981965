import { bundle, type Examples, end, exclusive, job, onBorder, parallel, timer } from '../../small-bundle.testing.ts'

const nodes = [job('a'), job('b'), end('end')]
const divided = ['start > fork > a > join > end', 'fork > b > join']
const ways = ['start > fork', 'fork > a : =x', 'fork > b', 'a > join > end', 'b > join']

const doubled = ['start > fork > a > join > after > end', 'fork > b > join']
const reminded = [job('a'), end('end'), onBorder('late', 'a', timer('PT2H'), { cancelActivity: 'false' })]

/** What `merge-once` passes, and what it tells. */
export const mergeOnceExamples: Examples = {
  good: [
    bundle({ nodes: [parallel('fork'), ...nodes, parallel('join')], flows: divided }),
    bundle({ nodes: [exclusive('fork', 'fork--b'), ...nodes, exclusive('join')], flows: ways }),
    bundle({
      nodes: [...reminded, job('remind'), end('end-told')],
      flows: ['start > a > end', 'late > remind > end-told'],
    }),
  ],
  bad: [
    [bundle({ nodes: [parallel('fork'), ...nodes, exclusive('join'), job('after')], flows: [...doubled] }), 'join'],
    [bundle({ nodes: [...reminded, job('b')], flows: ['start > a > b > end', 'late > b'] }), 'b'],
  ],
}
