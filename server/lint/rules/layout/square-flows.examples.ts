import { type Examples, line } from '../../small-bundle.testing.ts'
import { drawing, ends, lines, start, work } from './one-step.testing.ts'

/** What `square-flows` passes, and what it tells. */
export const squareFlowsExamples: Examples = {
  good: [drawing([start, work, ends, ...lines])],
  bad: [
    [
      drawing([
        start,
        work,
        ends,
        line('work--end', [
          [200, 120],
          [232, 130],
        ]),
      ]),
      'work--end',
    ],
  ],
}
