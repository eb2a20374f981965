import { bundle, type Examples, element, end } from '../../small-bundle.testing.ts'

/** What `deployable` passes, and what it tells. */
export const deployableExamples: Examples = {
  good: [bundle({ nodes: [end('end')], flows: ['start > end'] })],
  bad: [[bundle({ nodes: [element('serviceTask', 'work'), end('end')], flows: ['start > work > end'] }), 'work']],
}
