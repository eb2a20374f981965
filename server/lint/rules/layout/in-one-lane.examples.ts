import { bundle, type Examples, end, shape, task } from '../../small-bundle.testing.ts'

const lane =
  '<bpmn:laneSet id="lanes"><bpmn:lane id="lane-street-officer"><bpmn:flowNodeRef>review</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>'
const drawing = (drawn: string[], lanes = lane) =>
  bundle({ lanes, nodes: [task('review'), end('end')], flows: ['start > review > end'], drawn: drawn.join('') })
const street = shape('lane-street-officer', [0, 0, 600, 120])

/** What `in-one-lane` passes, and what it tells. */
export const inOneLaneExamples: Examples = {
  good: [drawing([street, shape('review', [100, 20, 100, 80])])],
  bad: [[drawing([street, shape('review', [100, 60, 100, 80])]), 'review']],
}
