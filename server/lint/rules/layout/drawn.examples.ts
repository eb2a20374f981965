import { bundle, type Examples, end, job, line, shape } from '../../small-bundle.testing.ts'

const drawing = (drawn: string[], name = '') =>
  bundle({ nodes: [job('work'), end('end', name)], flows: ['start > work > end'], drawn: drawn.join('') })
const start = shape('start', [32, 102, 36, 36])
const work = shape('work', [100, 80, 100, 80])
const ends = shape('end', [232, 102, 36, 36])
const lines = [
  line('start--work', [
    [68, 120],
    [100, 120],
  ]),
  line('work--end', [
    [200, 120],
    [232, 120],
  ]),
]

/** What `drawn` passes, and what it tells. */
export const drawnExamples: Examples = {
  good: [drawing([start, work, ends, ...lines])],
  bad: [
    [drawing([start, ends, ...lines]), 'work'],
    [drawing([start, work, ends, lines[0]!]), 'work--end'],
  ],
}
