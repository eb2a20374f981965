import { calledIn, type OutlineIndex, type Part } from '../outline.ts'
import { type Said, said } from './words.ts'

/** What an event or a receive task waits for: `收到“撤回”`, `期满（逾期未补）`, `到 x`. */
export function triggerWords(part: Part, index: OutlineIndex): Said {
  const { properties } = part
  const name = calledIn(part)
  if (isOverdue(part, index)) return said(`期满（${name}）`, `the end of the limit (${name})`)
  if (properties.event === 'bpmn:TimerEventDefinition') return timerWords(part)
  if (properties.event === 'bpmn:ErrorEventDefinition') return said(`出错“${name}”`, `the error “${name}”`)
  if (properties.event === 'bpmn:ConditionalEventDefinition') {
    const condition = properties['event:condition'] ?? ''
    return said(`${condition} 成立（${name}）`, `${condition} (${name})`)
  }
  return name.startsWith('收到') ? said(name, `“${name}”`) : said(`收到“${name}”`, `“${name}”`)
}

/** A name says more than an expression, which stands in the full text. */
function timerWords({ properties, id }: Part): Said {
  const { name, 'event:timeDate': date, 'event:timeDuration': duration, 'event:timeCycle': cycle } = properties
  if (name !== undefined) return said(`到了“${name}”`, `the time “${name}”`)
  const time = date ?? duration ?? cycle ?? id
  return said(`到了 ${time} `, `the time ${time}`)
}

/** Whether an event is what the limit clock sends. */
export function isOverdue({ properties }: Part, index: OutlineIndex): boolean {
  const message = index.byId.get(properties['event:messageRef'] ?? properties.messageRef ?? '')
  return /^limit-overdue(-next)?$/.test(message?.properties.name ?? '')
}
