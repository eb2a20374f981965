import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > review > end']
const groups = '<zeebe:assignmentDefinition candidateGroups="=[&#34;judge@&#34; + orgCode]"/>'

/** What `known-roles` passes, and what it tells. */
export const knownRolesExamples: Examples = {
  good: [
    bundle({ nodes: [task('review', { limit: 'review.own', escalateTo: 'center-director' }), end('end')], flows }),
    bundle({ nodes: [task('review', { limit: 'review.own', escalateTo: 'diagram' }), end('end')], flows }),
  ],
  bad: [
    [bundle({ nodes: [task('review', { escalateTo: 'centre-director' }), end('end')], flows }), 'review'],
    [
      bundle({ nodes: [task('review', {}, groups), end('end')], flows, properties: { startRoles: 'king' } }),
      'p',
      'review',
    ],
  ],
}
