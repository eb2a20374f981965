import type { VocabularyProblem } from './vocabulary-problem.ts'

/**
 * What people may ask of a running instance beside working its tasks: to withdraw it, to have more time, to recuse
 * somebody. It becomes a message to the instance and can be asked only while the instance waits for that message.
 */
export interface RequestWords {
  id: string
  /** The button, Chinese; `labelEn` the same in English. */
  label: string
  labelEn?: string
  /** Name of the message; its key is the `bizKey` of the process. */
  message: string
  by: Requester
  /** Variable of the message that carries the reason people give; there is always one. */
  reason: string
  /** Somebody must be named: the variable that carries the id, and the offices whose holders may be named. */
  person?: { variable: string; offices: string[] }
  /**
   * It goes to the branch of one body: the variable that lists the bodies, ids or objects with `org`. The key of the message
   * is then the `bizKey`, `/` and the body; who asks names one whose branch waits for it.
   */
  body?: string
  /** Variables that bar it while they are true, each with its sentence; written `variable:中文/English`. */
  unless: { variable: string; why: string; whyEn?: string }[]
  /** It can be asked only while nobody of those an open task of this kind (`legal-review` and what begins so) is for can do it. */
  lacking?: string
  /** Until when it holds must be said: the variable that carries the day. */
  until?: string
  /** Article references. */
  basis: string[]
}

/** Who may ask: the handlers of the case, whoever may work a task, or the holders of offices at the instance's body. */
export type Requester =
  | { kind: 'handlers' }
  | { kind: 'candidates'; elementId: string }
  | { kind: 'roles'; roles: string[] }

const KEYS = new Set([
  'id',
  'label',
  'en',
  'message',
  'by',
  'reason',
  'person',
  'unless',
  'lacking',
  'until',
  'body',
  'basis',
])
const NAME = /^[A-Za-z_]\w*$/

/**
 * Reads the process property `requests`: one after another, divided by `|`, each `key=value; key=value`. For example
 * `id=withdrawal; label=撤回; message=msg.withdrawn; by=handlers; reason=withdrawReason; unless=isClosed:已经结案`.
 */
export function readRequests(
  processId: string,
  text: string | undefined,
  problems: VocabularyProblem[],
): RequestWords[] {
  return partsOf(text, '|').flatMap(part => {
    const request = readRequest(part)
    if (request) return [request]
    problems.push({ elementId: processId, key: 'requests', kind: 'malformed', found: part })
    return []
  })
}

function readRequest(text: string): RequestWords | undefined {
  const words = new Map(partsOf(text, ';').map(pair => [nameOf(pair), wordOf(pair)] as const))
  if ([...words].some(([key, value]) => !KEYS.has(key) || value === '')) return undefined
  const by = readRequester(words.get('by') ?? '')
  const [id, label, message, reason] = ['id', 'label', 'message', 'reason'].map(key => words.get(key))
  const unless = partsOf(words.get('unless'), ',').map(pair => divide(pair, ':'))
  const person = words.has('person') ? divide(words.get('person')!, ':') : undefined
  const lacking = words.get('lacking')
  const until = words.get('until')
  const body = words.get('body')
  const names = [
    reason,
    until ?? 'none',
    body ?? 'none',
    ...unless.map(([variable]) => variable),
    ...(person ? [person[0]] : []),
  ]
  if (!id || !label || !message || !by || names.some(name => !NAME.test(name ?? ''))) return undefined
  const offices = partsOf(person?.[1], '+')
  if ((person && offices.length === 0) || unless.some(([, why]) => why === '')) return undefined
  const labelEn = words.get('en')
  return {
    ...{ id, label, ...(labelEn !== undefined && { labelEn }), message, by, reason: reason! },
    ...(person && { person: { variable: person[0], offices } }),
    ...(lacking !== undefined && { lacking }),
    ...(until !== undefined && { until }),
    ...(body !== undefined && { body }),
    unless: unless.map(([variable, sentence]) => {
      const [why, whyEn] = divide(sentence, '/')
      return { variable, why, ...(whyEn !== '' && { whyEn }) }
    }),
    basis: partsOf(words.get('basis'), ','),
  }
}

/** `handlers`, `candidates(<task>)` or `roles(<role>+<role>)`. */
function readRequester(text: string): Requester | undefined {
  if (text === 'handlers') return { kind: 'handlers' }
  const [, kind, inside = ''] = /^(candidates|roles)\(([^()]+)\)$/.exec(text) ?? []
  if (kind === 'candidates') return { kind, elementId: inside.trim() }
  return kind === 'roles' ? { kind, roles: partsOf(inside, '+') } : undefined
}

const nameOf = (pair: string) => divide(pair, '=')[0]
const wordOf = (pair: string) => divide(pair, '=')[1]

function divide(text: string, sign: string): [before: string, after: string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

function partsOf(text: string | undefined, sign: string): string[] {
  return (text ?? '')
    .split(sign)
    .map(part => part.trim())
    .filter(part => part !== '')
}
