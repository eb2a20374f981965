import { bundle, type Examples, end, job, shape } from '../../small-bundle.testing.ts'

const drawing = (drawn: string[], name = '') =>
  bundle({ nodes: [job('work'), end('end', name)], flows: ['start > work > end'], drawn: drawn.join('') })

/** What `labels-wide-enough` passes, and what it tells. */
export const labelsWideEnoughExamples: Examples = {
  good: [drawing([shape('end', [232, 102, 36, 36], [225, 145, 64, 16])], '审核通过')],
  bad: [[drawing([shape('end', [232, 102, 36, 36], [225, 145, 50, 16])], '审核通过'), 'end']],
}
