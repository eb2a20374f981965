import { extensionOf, type FlowNode, textOf } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, isUserTask } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Every task for people and every start by people has its form, of its own name, and no form lies about unused. */
export const formPresent: Rule = {
  id: 'form-present',
  severity: 'error',
  title: { zh: '任务与发起都有表单', en: 'Tasks and starts have their forms' },
  doc: {
    why: '没有表单的任务打开来是空白；表单名字不合，改表单的人找不到它属于哪个任务。',
    mend: '表单 id 为 <流程 id>.<任务 id>，文件为 <任务 id>.form；发起用 start。多余的表单删去。',
  },
  check: model => [...findMissing(model), ...findUnused(model)],
}

const formIdOf = ({ source }: FlowNode) => textOf(extensionOf(source, 'zeebe:FormDefinition'), 'formId')

/** Started by a person, not by a message or the time. */
const isStartByHand = ({ type, eventType, scopeId }: FlowNode, processId: string) =>
  type === 'bpmn:StartEvent' && eventType === undefined && scopeId === processId

function findMissing({ nodes, graph, forms }: ProcedureModel): Finding[] {
  return nodes
    .filter(node => isUserTask(node) || isStartByHand(node, graph.id))
    .flatMap((node): Finding[] => {
      const formId = formIdOf(node)
      const wanted = `${graph.id}.${node.id}`
      const fix = { kind: 'set-form', elementId: node.id, formId: wanted } as const
      if (formId === undefined)
        return [tell(node.id, `“${called(node)}”没有表单。`, `“${called(node)}” has no form.`, fix)]
      if (!forms.has(formId))
        return [
          tell(node.id, `“${called(node)}”的表单 ${formId} 不在包里。`, `The form ${formId} is not in the bundle.`),
        ]
      if (formId === wanted) return []
      return [
        tell(node.id, `表单应为 ${wanted}，写的是 ${formId}。`, `Expected the form ${wanted}, found ${formId}.`, fix),
      ]
    })
}

function findUnused({ nodes, forms }: ProcedureModel): Finding[] {
  const used = new Set(nodes.map(formIdOf))
  return [...forms.values()]
    .filter(({ form }) => !used.has(form.id))
    .map(({ file, form }) => ({
      elementId: form.id,
      file,
      severity: 'warning' as const,
      message: { zh: `表单 ${form.id} 没有任务用它。`, en: `No task uses the form ${form.id}.` },
    }))
}

const tell = (elementId: string, zh: string, en: string, fix?: Finding['fix']): Finding => ({
  elementId,
  message: { zh, en },
  ...(fix && { fix }),
})
