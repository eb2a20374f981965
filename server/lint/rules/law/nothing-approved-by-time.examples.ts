import { bundle, type Examples, element, end, onBorder, script, task, timer } from '../../small-bundle.testing.ts'

const late = [task('review'), end('end', '通过'), onBorder('late', 'review', timer('PT2H'))]
const overdue = [
  task('review'),
  end('end'),
  onBorder('late', 'review', '<bpmn:messageEventDefinition messageRef="m"/>'),
]
const roots = element('message', 'm', '<zeebe:subscription correlationKey="=id"/>', { name: 'limit-overdue' })
const way = ['start > review > end']

/** What `nothing-approved-by-time` passes, and what it tells. */
export const nothingApprovedByTimeExamples: Examples = {
  good: [
    bundle({ nodes: [...late, end('end-late', '逾期退回')], flows: [...way, 'late > end-late'] }),
    bundle({ nodes: [...late, task('decide'), end('end-late', '批准')], flows: [...way, 'late > decide > end-late'] }),
    bundle({ nodes: [...late, end('end-late', '不予批准')], flows: [...way, 'late > end-late'] }),
  ],
  bad: [
    [bundle({ nodes: [...late, end('end-late', '视为批准')], flows: [...way, 'late > end-late'] }), 'late'],
    [
      bundle({
        nodes: [...late, script('default', '="agree"', 'opinion'), end('end-late', '办结')],
        flows: [...way, 'late > default > end-late'],
      }),
      'late',
    ],
    [bundle({ nodes: [...overdue, end('end-late', '审核通过')], flows: [...way, 'late > end-late'], roots }), 'late'],
  ],
}
