import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const one = (words: Record<string, string>) =>
  bundle({ nodes: [task('a', words), end('end')], flows: ['start > a > end'] })

export const bindingRestsOnLawExamples: Examples = {
  good: [one({ kind: 'legal-review-first', basis: '行政处罚法 第58条' }), one({ kind: 'internal' })],
  bad: [
    [one({ kind: 'legal-review-first' }), 'a'],
    [one({ kind: 'internal', enforcementAct: 'true', cosign: 'true' }), 'a'],
  ],
}
