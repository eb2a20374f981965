import { bundle, type Examples, end, script, task } from '../../small-bundle.testing.ts'

const named = (words: Record<string, string>) =>
  bundle({
    nodes: [
      ...[script('init', '=null', 'doerId'), task('a', words)],
      task('b', {}, '<zeebe:assignmentDefinition assignee="=doerId"/>'),
      end('end'),
    ],
    flows: ['start > init > a > b > end'],
  })

export const somebodyNamedExamples: Examples = { good: [named({ doneBy: 'doerId' })], bad: [[named({}), 'b']] }
