import { elementOf, elementsOf, type FlowNode, textOf } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, wordsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A length of days, weeks, months or years; hours and minutes are ordinary waits. */
const DAYS = /^"?P(?!T)\d/

/** Statutory limits are counted by the calendar of the office, not by a timer of the diagram. */
export const noRawTimer: Rule = {
  id: 'no-raw-timer',
  severity: 'error',
  title: { zh: '法定期限不用图上的定时器', en: 'No timer of the diagram counts a statutory limit' },
  doc: {
    why: '图上的 PnD 只会数自然日：不跳过节假日，不认中止与延长，改了日历也不重算，页面上也没有期限与条文。',
    mend: '任务写 limit（期限参数的键）；到期要改变走向的，用边界消息 limit-overdue，相关键 =<bizKey> + "/<任务 id>"。',
  },
  check: model => model.nodes.flatMap(node => findRaw(model, node)),
}

function findRaw(model: ProcedureModel, node: FlowNode): Finding[] {
  const host = hostOf(model, node)
  const words = host && wordsOf(model, host)
  if (!host || !words || (words.basis.length === 0 && !words.limit)) return []
  return elementsOf(node.source, 'eventDefinitions')
    .flatMap(definition =>
      ['timeDuration', 'timeCycle'].map(kind => textOf(elementOf(definition, kind), 'body')?.trim()),
    )
    .flatMap(text => (text !== undefined && DAYS.test(text.replace(/^(=|R\d*\/)/, '')) ? [text] : []))
    .map(text => ({
      elementId: node.id,
      message: {
        zh: `“${called(host)}”有法律依据，它的期限却用定时器 ${text} 数自然日。`,
        en: `“${called(host)}” rests on the law, yet the timer ${text} counts its days by itself.`,
      },
      ...(words.basis[0] !== undefined && { law: words.basis[0] }),
    }))
}

/** The task it sits on, or the one with a limit beside which its event sub-process waits. */
function hostOf(model: ProcedureModel, { attachedToId, scopeId }: FlowNode): FlowNode | undefined {
  if (attachedToId !== undefined) return model.graph.nodes.get(attachedToId)
  const scope = model.graph.nodes.get(scopeId)
  if (!scope?.isEventSubProcess) return undefined
  return model.nodes.find(node => node.scopeId === scope.scopeId && wordsOf(model, node)?.limit !== undefined)
}
