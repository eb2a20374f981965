import { type Examples, line } from '../../small-bundle.testing.ts'
import { drawing, ends, lines, start, work } from './one-step.testing.ts'

/** What `few-crossings` passes, and what it tells. */
export const fewCrossingsExamples: Examples = {
  good: [drawing([start, work, ends, ...lines])],
  bad: [
    [
      drawing([
        start,
        work,
        ends,
        line('start--work', [
          [68, 120],
          [100, 120],
        ]),
        line('work--end', [
          [80, 120],
          [90, 120],
          [90, 300],
          [232, 300],
        ]),
      ]),
      'start--work',
      'work--end',
    ],
  ],
}
