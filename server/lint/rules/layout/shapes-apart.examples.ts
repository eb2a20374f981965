import { bundle, type Examples, end, job, shape } from '../../small-bundle.testing.ts'

const drawing = (drawn: string[], name = '') =>
  bundle({ nodes: [job('work'), end('end', name)], flows: ['start > work > end'], drawn: drawn.join('') })
const start = shape('start', [32, 102, 36, 36])
const work = shape('work', [100, 80, 100, 80])
const ends = shape('end', [232, 102, 36, 36])

/** What `shapes-apart` passes, and what it tells. */
export const shapesApartExamples: Examples = {
  good: [drawing([start, work, ends])],
  bad: [[drawing([start, work, shape('end', [180, 102, 36, 36])]), 'work']],
}
