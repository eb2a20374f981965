import {
  elementOf,
  elementsOf,
  extensionOf,
  type FlowNode,
  namedLimits,
  textOf,
  type UserTaskWords,
} from '../../../bpmn/index.ts'
import type { Json } from '../../../engine/protocol/records.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, feelOf, isOverdueMessage, messageOf, namesIn, wordsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { evaluate } from '../../values/possible-values.ts'

/** Who waits on a border for the end of a limit has that limit, and waits under the key the limit clock uses. */
export const overdueKey: Rule = {
  id: 'overdue-key',
  severity: 'error',
  title: { zh: '逾期消息收得到', en: 'The end of a limit is heard' },
  doc: {
    why: '期限时钟按“业务主键/任务 id”（或任务的 limitId）发逾期消息；相关键差一个字，逾期了图也不会改变走向，而且不报错。',
    mend: '相关键写 =<bizKey> + "/<任务 id>"；任务有 limitId 的与它一字不差；同一任务的后一个期限，在末尾加 "/<期限的键>"，消息名用 limit-overdue-next。',
  },
  check: model =>
    model.nodes
      .filter(node => isOverdueMessage(messageOf(node)))
      .flatMap(node => (node.attachedToId === undefined ? judgeBeside(model, node) : judge(model, node))),
}

/** Who waits beside the tasks of a scope hears the end of any limit there is. */
function judgeBeside(model: ProcedureModel, node: FlowNode): Finding[] {
  const expected = model.words.userTasks.filter(({ limit }) => limit !== undefined).flatMap(task => keysOf(model, task))
  const found = keyOf(node)
  const known = expected.map(key => sampled(key, [...expected, found]))
  if (known.includes(undefined) || known.includes(sampled(found, [...expected, found]))) return []
  return [
    tell(
      node.id,
      `“${called(node)}”的相关键 ${found} 不是任何一个任务的期限。`,
      `“${called(node)}” waits under ${found}, which is no limit of any task.`,
    ),
  ]
}

function judge(model: ProcedureModel, node: FlowNode): Finding[] {
  const host = model.graph.nodes.get(node.attachedToId ?? '')
  const task = host && wordsOf(model, host)
  if (!host || !task?.limit)
    return [
      tell(
        node.id,
        `“${called(host ?? node)}”没有期限，“${called(node)}”永远等不到逾期消息。`,
        `“${called(host ?? node)}” has no limit, so “${called(node)}” waits for a message that is never sent.`,
      ),
    ]
  const expected = keysOf(model, task)
  const found = keyOf(node)
  const known = expected.map(key => sampled(key, [...expected, found]))
  if (known.includes(undefined) || known.includes(sampled(found, [...expected, found]))) return []
  const told = [
    tell(
      node.id,
      `“${called(node)}”的相关键是 ${found}，期限时钟发的是 ${expected.join(' 或 ')}。`,
      `“${called(node)}” waits under ${found}; the limit clock sends ${expected.join(' or ')}.`,
    ),
  ]
  const fix = { kind: 'set-correlation-key' as const, elementId: node.id, expression: expected[0] ?? '' }
  return expected.length === 1 ? told.map(finding => ({ ...finding, fix })) : told
}

/** The keys under which the ends of a task's limits are sent, as expressions. */
function keysOf({ words }: ProcedureModel, task: UserTaskWords): string[] {
  const bizKey = words.properties.bizKey ?? ''
  const first = task.limitId ?? `=${feelOf(bizKey) ?? bizKey} + "/${task.id}"`
  const further = namedLimits(task).slice(1)
  const start = feelOf(first) === undefined ? `="${first}"` : first
  return [start, ...further.map(({ key }) => `${start} + "/${key}"`)]
}

function keyOf({ source }: FlowNode): string {
  const message = elementOf(elementsOf(source, 'eventDefinitions')[0], 'messageRef')
  return textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey') ?? ''
}

/** What an expression gives when every variable holds its own name; two that give the same are the same key. */
function sampled(expression: string, all: readonly string[]): Json | undefined {
  const feel = feelOf(expression)
  if (feel === undefined) return expression
  const values = new Map(namesIn(feel).map(name => [name, sampleOf(name, all.join(' '))]))
  const result = evaluate(feel, values)
  return result?.ok && result.value !== null ? result.value : undefined
}

/** The name itself, or a context with the entries that are asked of it. */
function sampleOf(name: string, text: string): Json {
  const entries = [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([path, entry = '']) => [entry, path])
  return entries.length > 0 ? (Object.fromEntries(entries) as Json) : name
}

const tell = (elementId: string, zh: string, en: string): Finding => ({ elementId, message: { zh, en } })
