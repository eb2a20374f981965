import { extensionOf, textOf } from '../../../bpmn/index.ts'
import { laneAround, lanesOf, nodesOf } from '../../drawing/parts.ts'
import type { Drawing } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** The lane says who works the task. */
export const laneOfItsRole: Rule = {
  id: 'lane-of-its-role',
  severity: 'warning',
  title: { zh: '任务在其角色的泳道里', en: 'A task lies in the lane of its role' },
  doc: {
    why: '看图的人从泳道知道谁办这个任务；画错了泳道，图就在说假话。',
    mend: '把任务移进 lane-<角色>，或者改正候选组。',
  },
  check: ({ drawing }) => findMisplaced(drawing),
}

function findMisplaced(drawing: Drawing): Finding[] {
  const lanes = lanesOf(drawing)
  if (lanes.length === 0) return []
  const nameOf = (id: string) => textOf(lanes.find(lane => lane.id === id)?.element, 'name') || id.replace(/^lane-/, '')
  return nodesOf(drawing).flatMap(({ id, box, element }) => {
    const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups')
    const role = /"([a-z-]+)@/.exec(groups ?? '')?.[1]
    const lane = laneAround(drawing, box)
    if (role === undefined || lane?.id === `lane-${role}`) return []
    const [wanted, found] = [nameOf(`lane-${role}`), lane && nameOf(lane.id)]
    return {
      elementId: id,
      message: {
        zh: `环节由“${wanted}”办理，却画在${found ? `“${found}”的泳道里` : '泳道之外'}。`,
        en: `The task is worked by ${wanted} and lies in ${found ? `the lane of ${found}` : 'no lane'}.`,
      },
    }
  })
}
