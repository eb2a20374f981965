import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const ask = task('ask', { actions: 'ok=yes:是|ok=no:否' })

export const choiceMattersExamples: Examples = {
  good: [
    bundle({
      nodes: [script('init', '="no"', 'ok'), ask, exclusive('x', 'x--end-no'), end('end-yes'), end('end-no')],
      flows: ['start > init > ask > x', 'x > end-yes : =ok = "yes"', 'x > end-no'],
    }),
    bundle({ nodes: [task('one', { actions: 'done=yes:办完' }), end('end')], flows: ['start > one > end'] }),
  ],
  bad: [[bundle({ nodes: [ask, end('end')], flows: ['start > ask > end'] }), 'ask']],
}
