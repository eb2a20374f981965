import { bundle, type Examples, end, shape, task } from '../../small-bundle.testing.ts'

const lane =
  '<bpmn:laneSet id="lanes"><bpmn:lane id="lane-street-officer"><bpmn:flowNodeRef>review</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>'
const other = '<bpmn:laneSet id="lanes"><bpmn:lane id="lane-center-director"/></bpmn:laneSet>'
const drawing = (drawn: string[], lanes = lane) =>
  bundle({ lanes, nodes: [task('review'), end('end')], flows: ['start > review > end'], drawn: drawn.join('') })
const street = shape('lane-street-officer', [0, 0, 600, 120])

/** What `lane-of-its-role` passes, and what it tells. */
export const laneOfItsRoleExamples: Examples = {
  good: [drawing([street, shape('review', [100, 20, 100, 80])])],
  bad: [
    [drawing([shape('lane-center-director', [0, 0, 600, 120]), shape('review', [100, 20, 100, 80])], other), 'review'],
  ],
}
