import { bundle, type Examples, element, end, job } from '../../small-bundle.testing.ts'

const flows = ['start > work > end']
const calling = (id: string) => element('callActivity', 'work', `<zeebe:calledElement processId="${id}"/>`)
const decision = '<zeebe:calledDecision decisionId="none" resultVariable="x"/>'

/** What `known-jobs` passes, and what it tells. */
export const knownJobsExamples: Examples = {
  good: [bundle({ nodes: [job('work'), end('end')], flows }), bundle({ nodes: [calling('other'), end('end')], flows })],
  bad: [
    [bundle({ nodes: [job('work', 'make-coffee'), end('end')], flows }), 'work'],
    [bundle({ nodes: [calling('nobody'), end('end')], flows }), 'work'],
    [bundle({ nodes: [element('businessRuleTask', 'work', decision), end('end')], flows }), 'work'],
  ],
}
