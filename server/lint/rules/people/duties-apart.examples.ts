import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const users = (name: string) => `<zeebe:assignmentDefinition candidateUsers="=${name}"/>`
const handled = (review: string, kind = 'legal-review-first') =>
  bundle({
    nodes: [
      task('handle', { kind: 'case-handling' }, users('handlerIds')),
      task('review', { kind }, review),
      end('end'),
    ],
    flows: ['start > handle > review > end'],
  })

export const dutiesApartExamples: Examples = {
  good: [
    handled(users('reviewers')),
    handled(users('handlerIds'), 'case-handling'),
    bundle({
      nodes: [
        task('first', { kind: 'legal-review-first', doneBy: 'firstId' }, users('reviewers')),
        task('first-again', { kind: 'legal-review-first' }, users('firstId')),
        end('end'),
      ],
      flows: ['start > first > first-again > end'],
    }),
  ],
  bad: [
    [handled(users('handlerIds')), 'review'],
    [
      bundle({
        nodes: [
          task('first', { kind: 'legal-review-first', doneBy: 'firstId' }, users('reviewers')),
          task('second', { kind: 'legal-review-second' }, users('firstId')),
          end('end'),
        ],
        flows: ['start > first > second > end'],
      }),
      'second',
    ],
  ],
}
