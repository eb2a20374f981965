import { called, isUserTask, outputsOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

/** Tasks for people map no outputs: what is not mapped would be lost. */
export const userTaskOutputs: Rule = {
  id: 'user-task-outputs',
  severity: 'error',
  title: { zh: '用户任务不写输出映射', en: 'User tasks map no outputs' },
  doc: {
    why: '一写输出映射，表单里其余的字段就都丢了，页面上填了也存不下。',
    mend: '删去输出映射；要换名或计算的，在后面加一个脚本任务。多实例任务除外。',
  },
  check: ({ nodes }) =>
    nodes
      .filter(node => isUserTask(node) && !node.source.loopCharacteristics && outputsOf(node).length > 0)
      .map(node => ({
        elementId: node.id,
        message: {
          zh: `“${called(node)}”写了输出映射，表单里没有映射的字段会丢失。`,
          en: `“${called(node)}” maps outputs, so what it does not map of its form is lost.`,
        },
      })),
}
