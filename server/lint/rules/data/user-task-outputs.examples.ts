import { bundle, type Examples, element, end, mapped, task } from '../../small-bundle.testing.ts'

const flows = ['start > ask > end']

/** What `user-task-outputs` passes, and what it tells. */
export const userTaskOutputsExamples: Examples = {
  good: [bundle({ nodes: [task('ask'), end('end')], flows })],
  bad: [
    [
      bundle({ nodes: [element('userTask', 'ask', `<zeebe:userTask/>${mapped({ b: '=a' })}`), end('end')], flows }),
      'ask',
    ],
  ],
}
