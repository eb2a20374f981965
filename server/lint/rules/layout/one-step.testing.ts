import { bundle, end, job, line, shape } from '../../small-bundle.testing.ts'

/** A start, one job and an end as they are drawn; what the examples of several layout rules leave out or move. */
export const drawing = (drawn: string[], name = '') =>
  bundle({ nodes: [job('work'), end('end', name)], flows: ['start > work > end'], drawn: drawn.join('') })
export const start = shape('start', [32, 102, 36, 36])
export const work = shape('work', [100, 80, 100, 80])
export const ends = shape('end', [232, 102, 36, 36])
export const lines = [
  line('start--work', [
    [68, 120],
    [100, 120],
  ]),
  line('work--end', [
    [200, 120],
    [232, 120],
  ]),
]
