import { bundle, type Examples, element, end } from '../../small-bundle.testing.ts'

const cycling = (cycle: string) => ({
  nodes: [
    element(
      'startEvent',
      'tick',
      '',
      {},
      `<bpmn:timerEventDefinition><bpmn:timeCycle>${cycle}</bpmn:timeCycle></bpmn:timerEventDefinition>`,
    ),
    end('end'),
  ],
  flows: ['start > end', 'tick > end'],
})

/** What `cron-cycle` passes, and what it tells. */
export const cronCycleExamples: Examples = {
  good: [
    bundle(cycling('0 0 1 20 * *')),
    bundle(cycling('R/2026-01-01T09:00+08:00[Asia/Shanghai]/P1M')),
    bundle(cycling('0 0 20 * * *')),
  ],
  bad: [
    [bundle(cycling('0 0 20 1 * *')), 'tick'],
    [bundle(cycling('* * * 1 * *')), 'tick'],
    [bundle(cycling('0 9 20 * *')), 'tick'],
    [bundle(cycling('0 0 1 31 2 *')), 'tick'],
  ],
}
