import { validateDiagram } from '../../../bpmn/index.ts'
import type { Rule } from '../../rule.ts'

/** The engine would take it: its own checks before a deployment. */
export const deployable: Rule = {
  id: 'deployable',
  severity: 'error',
  title: { zh: '引擎接受部署', en: 'The engine takes it' },
  doc: {
    why: '这是引擎在部署时自己的检查；有一处不合，整包拒收。',
    mend: '按提示改正该元素；错误信息沿用 Zeebe 的英文原文，便于在其文档中查找。',
  },
  check: ({ definitions, graph }) => [
    ...validateDiagram(definitions).map(({ element, message }) => ({
      elementId: element.split(' > ')[0] ?? '',
      message: { zh: `引擎不接受 ${element}：${message}`, en: `${element}: ${message}` },
    })),
    ...(graph.isExecutable
      ? []
      : [
          {
            elementId: graph.id,
            message: { zh: '图里没有可执行的流程。', en: 'The diagram holds no executable process.' },
          },
        ]),
  ],
}
