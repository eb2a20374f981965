import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const at = (unit: string) =>
  `<zeebe:assignmentDefinition candidateGroups="=[&#34;center-legal-reviewer@&#34; + orgCode + &#34;${unit}&#34;]"/>`
const reviewed = (...kinds: string[]) =>
  bundle({
    nodes: [...kinds.map((kind, index) => task(`r${index}`, { kind }, at('-CEC'))), end('end')],
    flows: [`start > ${kinds.map((_, index) => `r${index}`).join(' > ')} > end`],
  })

export const somebodyCanExamples: Examples = {
  good: [
    reviewed('legal-review-first', 'legal-review-second'),
    bundle({
      nodes: [task('a', { cosign: 'true', enforcementAct: 'true' }, officers()), end('end')],
      flows: ['start > a > end'],
    }),
  ],
  bad: [
    [bundle({ nodes: [task('a', {}, at('-PMO')), end('end')], flows: ['start > a > end'] }), 'a'],
    // Two reviewers for three reviews.
    [reviewed('legal-review-first', 'legal-review-second', 'legal-review-re'), 'r2'],
  ],
}

function officers(): string {
  return '<zeebe:assignmentDefinition candidateGroups="=[&#34;street-officer@&#34; + orgCode + &#34;-CEC&#34;]"/>'
}
