import { type ProcessGraph, validateDiagram } from '../../../bpmn/index.ts'
import { deploymentSentence } from '../../deployment-words.ts'
import { called } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

/** The engine would take it: its own checks before a deployment. */
export const deployable: Rule = {
  id: 'deployable',
  severity: 'error',
  title: { zh: '引擎接受部署', en: 'The engine takes it' },
  doc: {
    why: '这是引擎在部署时自己的检查；有一处不合，整包拒收。',
    mend: '按提示改正该元素；英文界面是引擎的原话，便于在文档中查找。',
  },
  check: ({ definitions, graph }) => [
    ...validateDiagram(definitions).map(({ element, message }) => ({
      elementId: element.split(' > ')[0] ?? '',
      message: {
        zh: `“${calledIn(graph, element)}”部署不了：${deploymentSentence(message)}。`,
        en: `${element}: ${message}`,
      },
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

/** How people call what a path of the engine's report begins with. */
function calledIn(graph: ProcessGraph, path: string): string {
  const id = path.split(' > ')[0] ?? path
  const node = graph.nodes.get(id)
  return node ? called(node) : id
}
