import { calledIn, type OutlineIndex, type Part } from '../outline.ts'
import { type Said, said } from './words.ts'

/** What an event or a receive task waits for: `收到“撤回”`, `期满（逾期未补）`, `到 x`. */
export function triggerWords(part: Part, index: OutlineIndex): Said {
  const { properties } = part
  const name = calledIn(part)
  if (isOverdue(part, index)) return said(`期满（${name}）`, `the end of the limit (${name})`)
  if (properties.event === 'bpmn:TimerEventDefinition') return timerWords(part)
  if (properties.event === 'bpmn:ErrorEventDefinition') return errorWords(part, index)
  if (properties.event === 'bpmn:ConditionalEventDefinition') {
    const condition = properties['event:condition'] ?? ''
    return said(`${condition} 成立（${name}）`, `${condition} (${name})`)
  }
  // A name may say itself that something is waited for, or comes.
  return /^收到/.test(name)
    ? said(name, `“${name}”`)
    : said(`收到“${name.replace(/^等(候|待)?(?=..)/, '')}”`, `“${name}”`)
}

/** By the name of the error, which those that break off with it have too. */
function errorWords(part: Part, index: OutlineIndex): Said {
  const name = calledIn(part)
  const error = index.byId.get(part.properties['event:errorRef'] ?? '')?.properties.name ?? name
  const shown = error === name ? '' : `（${name}）`
  return said(`出现“${error}”${shown}`, `the error “${error}”${error === name ? '' : ` (${name})`}`)
}

/** A name says more than an expression, which stands in the full text. */
function timerWords({ properties, id }: Part): Said {
  const { name, 'event:timeDate': date, 'event:timeDuration': duration, 'event:timeCycle': cycle } = properties
  if (name !== undefined) return said(`时间到（${name}）`, `the time “${name}”`)
  const time = date ?? duration ?? cycle ?? id
  return said(`时间到（${time}）`, `the time ${time}`)
}

/** Whether an event is what the limit clock sends. */
export function isOverdue({ properties }: Part, index: OutlineIndex): boolean {
  const message = index.byId.get(properties['event:messageRef'] ?? properties.messageRef ?? '')
  return /^limit-overdue(-next)?$/.test(message?.properties.name ?? '')
}
