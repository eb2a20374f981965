import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const one = (words: Record<string, string>) =>
  bundle({ nodes: [task('a', words), end('end')], flows: ['start > a > end'] })

export const twoOfficersExamples: Examples = {
  good: [one({ kind: 'on-site-act', enforcementAct: 'true', cosign: 'true' }), one({ kind: 'case-handling' })],
  bad: [
    [one({ kind: 'on-site-act', enforcementAct: 'true' }), 'a'],
    [one({ kind: 'coercion', cosign: 'true' }), 'a'],
    [one({ kind: 'legal-review-reconcile' }), 'a'],
  ],
}
