import { bundle, type Examples, element, end, onBorder, task } from '../../small-bundle.testing.ts'

const waiting = (words: Record<string, string>, key: string) =>
  bundle({
    nodes: [
      ...[task('review', words), onBorder('late', 'review', '<bpmn:messageEventDefinition messageRef="m"/>')],
      ...[end('end'), end('end-late')],
    ],
    flows: ['start > review > end', 'late > end-late'],
    roots: element('message', 'm', `<zeebe:subscription correlationKey="${key}"/>`, { name: 'limit-overdue' }),
  })
const limited = { limit: 'review.own' }
const branch = { ...limited, limitId: '=id + "/" + unit.org' }

/** What `overdue-key` passes, and what it tells. */
export const overdueKeyExamples: Examples = {
  good: [
    waiting(limited, '=id + &#34;/review&#34;'),
    waiting(branch, '=id + &#34;/&#34; + unit.org'),
    waiting({ limit: 'review.first;+review.own' }, '=id + &#34;/review/review.own&#34;'),
  ],
  bad: [
    [waiting(limited, '=id + &#34;/reveiw&#34;'), 'late'],
    [waiting(branch, '=id + &#34;/review&#34;'), 'late'],
    [waiting({}, '=id + &#34;/review&#34;'), 'late'],
  ],
}
