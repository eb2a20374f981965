import { bundle, type Examples, end, job, parallel } from '../../small-bundle.testing.ts'

/** So many branches of so many steps beside each other. */
function forked(branches: number, steps: number) {
  const ways = Array.from({ length: branches }, (_, way) =>
    Array.from({ length: steps }, (_, step) => `w${way}s${step}`),
  )
  return {
    nodes: [parallel('fork'), ...ways.flat().map(id => job(id)), parallel('join'), end('end')],
    flows: ['start > fork', ...ways.map(way => `fork > ${way.join(' > ')} > join`), 'join > end'],
  }
}

/** What `small-enough` passes, and what it tells. */
export const smallEnoughExamples: Examples = {
  good: [bundle(forked(5, 1))],
  bad: [[bundle(forked(8, 4)), 'p']],
}
