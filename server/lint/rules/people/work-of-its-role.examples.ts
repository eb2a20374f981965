import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const given = (kind: string, role: string) =>
  bundle({
    nodes: [
      task('a', { kind }, `<zeebe:assignmentDefinition candidateGroups="=[&#34;${role}@&#34; + orgCode]"/>`),
      end('end'),
    ],
    flows: ['start > a > end'],
  })

const users = (names: string) => `<zeebe:assignmentDefinition candidateUsers="=${names}"/>`

export const workOfItsRoleExamples: Examples = {
  good: [
    given('legal-review-first', 'center-legal-reviewer'),
    given('leader-decision', 'subdistrict-deputy'),
    given('tea-making', 'street-officer'),
  ],
  bad: [
    [given('legal-review-first', 'street-officer'), 'a'],
    [given('internal', 'center-legal-reviewer'), 'a'],
    [given('leader-decisoin', 'subdistrict-deputy'), 'a'],
    // Whoever reviewed first reviews again, under another name.
    [
      bundle({
        nodes: [
          task('first', { kind: 'legal-review-first', doneBy: 'firstId' }, users('reviewers')),
          task('again', { kind: 'internal' }, users('[firstId]')),
          end('end'),
        ],
        flows: ['start > first > again > end'],
      }),
      'again',
    ],
  ],
}
