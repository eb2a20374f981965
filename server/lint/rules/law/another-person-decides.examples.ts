import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const flows = ['start > propose > decide > end']
const deputy = '<zeebe:assignmentDefinition candidateGroups="=[&#34;subdistrict-deputy@&#34; + orgCode]"/>'

/** What `another-person-decides` passes, and what it tells. */
export const anotherPersonDecidesExamples: Examples = {
  good: [
    bundle({ nodes: [task('propose'), task('decide', { kind: 'leader-decision' }, deputy), end('end')], flows }),
    bundle({
      nodes: [task('propose'), task('decide', { kind: 'leader-decision', cosign: 'true' }), end('end')],
      flows,
    }),
  ],
  bad: [
    [bundle({ nodes: [task('propose'), task('decide', { kind: 'leader-decision' }), end('end')], flows }), 'decide'],
  ],
}
