import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const withKind = (kind: string) =>
  bundle({
    nodes: [
      ...[
        script('init', '="none"', 'opinion'),
        task('handle', { kind, actions: 'opinion=agree:同意|opinion=correct:改正' }),
      ],
      task('review', { kind: 'legal-review-first', actions: 'opinion=agree:同意|opinion=correct:改正' }),
      ...[exclusive('x', 'x--end-no'), end('end-yes'), end('end-no')],
    ],
    flows: ['start > init > handle > review > x', 'x > end-yes : =opinion = "agree"', 'x > end-no'],
  })

export const opinionsOfReviewersExamples: Examples = {
  good: [withKind('legal-review-second'), withKind('leader-decision')],
  bad: [[withKind('case-handling'), 'handle']],
}
