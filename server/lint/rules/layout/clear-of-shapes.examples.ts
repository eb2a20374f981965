import { type Examples, line } from '../../small-bundle.testing.ts'
import { drawing, ends, lines, start, work } from './one-step.testing.ts'

/** What `clear-of-shapes` passes, and what it tells. */
export const clearOfShapesExamples: Examples = {
  good: [drawing([start, work, ends, ...lines])],
  bad: [
    [
      drawing([
        start,
        work,
        ends,
        line('start--work', [
          [68, 120],
          [250, 120],
          [250, 160],
          [150, 160],
        ]),
      ]),
      'start--work',
      'start--work',
    ],
  ],
}
