import type { FlowNode } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { triedGateways } from '../../values/conditions.ts'
import { mendedName } from '../../values/mended-condition.ts'
import { possibleValues } from '../../values/possible-values.ts'
import { surelyWritten } from '../../values/surely-written.ts'
import { writersOfNode } from '../../values/writers.ts'

/** A gateway reads only what has a value on every way to it. */
export const writtenBeforeRead: Rule = {
  id: 'written-before-read',
  severity: 'error',
  title: { zh: '网关读的字段事先都有值', en: 'What a gateway reads has a value' },
  doc: {
    why: '条件里的字段没有值，条件就既不是真也不是假，流程停在网关上出事件单。',
    mend: '在第一步（init）给每个结果字段一个初值（如 "none"、false）；字段名对照按钮、表单里的 key，看有没有写错。',
  },
  check: model => [
    ...triedGateways(model).flatMap(({ node, conditioned }) => conditioned.flatMap(flow => judge(model, node, flow))),
    ...model.nodes.flatMap(node => findUnbegun(model, node)),
  ],
}

/** A step that counts on from a variable that has no first value: what comes out is nothing, and so is what is read of it. */
function findUnbegun(model: ProcedureModel, node: FlowNode): Finding[] {
  const written = surelyWritten(model).get(node.id) ?? new Set<string>()
  const counted = writersOfNode(model, node).flatMap(
    ({ expression = '' }) => /^\s*([A-Za-z_]\w*)\s*[-+*/]\s*\d+\s*$/.exec(expression)?.[1] ?? [],
  )
  return [...new Set(counted)]
    .filter(name => !written.has(name) && possibleValues(model).has(name))
    .map(name => ({
      elementId: node.id,
      message: {
        zh: `“${called(node)}”在 ${name} 上往下数，可是 ${name} 没有初值。`,
        en: `“${called(node)}” counts ${name} on, which has no first value.`,
      },
    }))
}

type Tried = ReturnType<typeof triedGateways>[number]

function judge(
  model: ProcedureModel,
  node: Tried['node'],
  { id, condition = '' }: Tried['conditioned'][number],
): Finding[] {
  const written = surelyWritten(model).get(node.id) ?? new Set<string>()
  return namesIn(condition)
    .filter(name => !written.has(name))
    .map(name => {
      const isNobodys = !possibleValues(model).has(name)
      return {
        elementId: id,
        message: isNobodys
          ? {
              zh: `“${called(node)}”读的 ${name}，没有表单、按钮、映射或决策写它。`,
              en: `“${called(node)}” reads ${name}, which no form, button, mapping or decision writes.`,
            }
          : {
              zh: `“${called(node)}”读的 ${name}，有的路上还没有值。`,
              en: `“${called(node)}” reads ${name}, which has no value on some way to it.`,
            },
        ...(isNobodys && mendedName(id, condition, name, written)),
      }
    })
}
