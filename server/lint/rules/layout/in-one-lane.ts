import { holds } from '../../drawing/geometry.ts'
import { laneAround, lanesOf, nodesOf, subProcessOf } from '../../drawing/parts.ts'
import type { Drawing, Shape } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A step belongs to one role. */
export const inOneLane: Rule = {
  id: 'in-one-lane',
  severity: 'error',
  title: { zh: '每个步骤在一条泳道里', en: 'Each step lies in one lane' },
  doc: {
    why: '一个步骤归一个角色；跨在泳道线上，就看不出归谁。',
    mend: '把图形整个移进一条泳道；子流程里的图形整个放进子流程框。',
  },
  check: ({ drawing }) => findStray(drawing),
}

function findStray(drawing: Drawing): Finding[] {
  const steps = nodesOf(drawing).filter(({ type }) => type !== 'bpmn:BoundaryEvent')
  const stray = lanesOf(drawing).length === 0 ? [] : steps.filter(({ box }) => !laneAround(drawing, box))
  return [...stray.map(outsideLanes), ...steps.filter(step => isSpilt(drawing, step)).map(outsideSubProcess)]
}

function isSpilt({ shapes }: Drawing, step: Shape): boolean {
  const around = shapes.get(subProcessOf(step) ?? '')
  return around !== undefined && !holds(around.box, step.box)
}

const outsideLanes = ({ id }: Shape): Finding => ({
  elementId: id,
  message: { zh: '图形不在任何一条泳道里。', en: 'The shape lies in no lane.' },
})

const outsideSubProcess = ({ id }: Shape): Finding => ({
  elementId: id,
  message: { zh: '图形伸出了它所在的子流程。', en: 'The shape spills out of its sub-process.' },
})
