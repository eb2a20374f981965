import { bundle, type Examples, end, exclusive, onBorder, task, timer } from '../../small-bundle.testing.ts'

const FLOWABLE = 'xmlns:flowable="http://flowable.org/bpmn"'
const foreign = (name: string, value: string) => `<flowable:${name} ${FLOWABLE}>${value}</flowable:${name}>`
const one = (words: Record<string, string>, more = '') =>
  bundle({ nodes: [task('a', words, more), end('end')], flows: ['start > a > end'] })
const round = (condition: string) =>
  bundle({
    nodes: [
      task('a', { kind: 'legal-review-first', doneBy: 'firstId' }),
      task('b', { kind: 'internal', doneBy: 'secondId' }),
      exclusive('choice', 'choice--c'),
      task('c', { kind: 'leader-decision' }),
      end('end'),
    ],
    flows: ['start > a > b > choice > c > end', `choice > end : ${condition}`],
  })

export const lawfulVerbsExamples: Examples = {
  good: [
    one({ kind: 'leader-decision', closes: 'hand-back' }),
    one({ kind: 'internal' }, foreign('approveType', '2')),
    one({ kind: 'leader-decision' }, foreign('approveType', '1')),
    round('=amount = 3'),
  ],
  bad: [
    [one({ kind: 'leader-decision' }, foreign('approveType', '2')), 'a'],
    [one({ kind: 'legal-review-first' }, foreign('skipExpression', '#{assignee == initiator}')), 'a'],
    [one({ kind: 'leader-decision', closes: 'back-date' }), 'a'],
    [round('=firstId = secondId'), 'c'],
    [round('=handlerId = secondId'), 'c'],
    [
      bundle({
        nodes: [
          task('a', { kind: 'leader-decision' }),
          onBorder('late', 'a', timer('PT1H'), {}).replace(
            '>',
            `><bpmn:extensionElements>${foreign('timeoutHandlerType', '2')}</bpmn:extensionElements>`,
          ),
          end('end'),
          end('end-late'),
        ],
        flows: ['start > a > end', 'late > end-late'],
      }),
      'a',
    ],
  ],
}
