import { nodesOf } from '../../drawing/parts.ts'
import type { Shape } from '../../drawing/read-drawing.ts'
import type { Rule } from '../../rule.ts'

/** A task that is larger than another looks more important than it is. */
export const defaultSize: Rule = {
  id: 'default-size',
  severity: 'error',
  title: { zh: '图形用缺省大小', en: 'Shapes have their default size' },
  doc: {
    why: '画得比别人大的任务看上去更重要，其实并非如此。',
    mend: '任务 100×80，事件 36×36，网关 50×50。',
  },
  check: ({ drawing }) =>
    nodesOf(drawing)
      .filter(isStretched)
      .map(shape => ({
        elementId: shape.id,
        message: {
          zh: `图形应为 ${sizeOf(shape)?.join('×')}，画成了 ${shape.box.width}×${shape.box.height}。`,
          en: `Expected a shape of ${sizeOf(shape)?.join('×')}, found ${shape.box.width}×${shape.box.height}.`,
        },
      })),
}

const SIZES: Record<string, [width: number, height: number]> = {
  Task: [100, 80],
  CallActivity: [100, 80],
  Event: [36, 36],
  Gateway: [50, 50],
}

const sizeOf = ({ type }: Shape) => SIZES[Object.keys(SIZES).find(kind => type.endsWith(kind)) ?? '']

function isStretched(shape: Shape): boolean {
  const [width, height] = sizeOf(shape) ?? [shape.box.width, shape.box.height]
  return shape.box.width !== width || shape.box.height !== height
}
