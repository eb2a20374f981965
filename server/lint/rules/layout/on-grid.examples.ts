import { type Examples, line, shape } from '../../small-bundle.testing.ts'
import { drawing, ends, lines, start, work } from './one-step.testing.ts'

/** What `on-grid` passes, and what it tells. */
export const onGridExamples: Examples = {
  good: [drawing([start, work, ends, ...lines])],
  bad: [
    [drawing([start, shape('work', [103, 80, 100, 80]), ends]), 'work'],
    [
      drawing([
        start,
        work,
        ends,
        line('work--end', [
          [200, 120],
          [213, 120],
          [213, 125],
          [232, 125],
        ]),
      ]),
      'work--end',
    ],
  ],
}
