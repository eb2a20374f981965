import { bundle, type Examples, end, job, shape } from '../../small-bundle.testing.ts'

const drawing = (drawn: string[], name = '') =>
  bundle({ nodes: [job('work'), end('end', name)], flows: ['start > work > end'], drawn: drawn.join('') })
const work = shape('work', [100, 80, 100, 80])

/** What `labels-apart` passes, and what it tells. */
export const labelsApartExamples: Examples = {
  good: [drawing([work, shape('end', [232, 102, 36, 36], [225, 145, 50, 16])], '通过')],
  bad: [
    [drawing([work, shape('end', [232, 102, 36, 36], [180, 145, 50, 16])], '通过'), 'end'],
    [
      drawing(
        [shape('start', [32, 102, 36, 36], [200, 145, 50, 16]), shape('end', [232, 102, 36, 36], [225, 145, 50, 16])],
        '通过',
      ),
      'start',
    ],
  ],
}
