import { bundle, type Examples, end, onBorder, task, timer } from '../../small-bundle.testing.ts'

const waiting = (words: Record<string, string>, duration: string) => ({
  nodes: [task('review', words), onBorder('late', 'review', timer(duration)), end('end'), end('end-late')],
  flows: ['start > review > end', 'late > end-late'],
})

/** What `no-raw-timer` passes, and what it tells. */
export const noRawTimerExamples: Examples = {
  good: [bundle(waiting({ basis: '行政处罚法 第58条' }, 'PT2H')), bundle(waiting({}, 'P3D'))],
  bad: [
    [bundle(waiting({ basis: '行政处罚法 第58条' }, 'P3D')), 'late'],
    [bundle(waiting({ limit: 'review.own' }, '=&quot;P1W&quot;')), 'late'],
  ],
}
