import { bundle, type Examples, end, job, shape } from '../../small-bundle.testing.ts'

const drawing = (drawn: string[], name = '') =>
  bundle({ nodes: [job('work'), end('end', name)], flows: ['start > work > end'], drawn: drawn.join('') })
const ends = shape('end', [232, 102, 36, 36])

/** What `short-names` passes, and what it tells. */
export const shortNamesExamples: Examples = {
  good: [drawing([ends], '审核通过')],
  bad: [[drawing([ends], '把全部材料一起送去审核以后通过'), 'end']],
}
