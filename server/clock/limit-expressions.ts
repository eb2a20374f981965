import type { ProcessGraph, ProcessWords } from '../bpmn/index.ts'
import { instantOfText } from '../deadlines/instant-text.ts'
import type { Variables } from '../engine/index.ts'
import { compileExpression, FeelSyntaxError } from '../feel/index.ts'

/** What the limit clock reads of a diagram. */
export interface LimitDiagram {
  graph: ProcessGraph
  words: ProcessWords
}

const OVERDUE = 'limit-overdue'
/** The same of a further limit of a task, whose border cannot wait for one message twice. */
const NEXT_OVERDUE = 'limit-overdue-next'

/**
 * Key of the message that tells a diagram of an overdue limit: the task's `limitId`, or the business key followed by `/`
 * and the task; of a further limit of the same task followed by `/` and its own key. Undefined where no boundary event
 * waits for it.
 */
export function overdueKey(
  { graph, words }: LimitDiagram,
  { elementId, position = 0, parameter }: OverdueLimit,
  variables: Variables,
): string | undefined {
  if (waitedFor(graph, elementId).length === 0) return undefined
  const task = words.userTasks.find(({ id }) => id === elementId)
  const key = evaluated(task?.limitId ?? `=${words.properties.bizKey ?? ''}`.replace('==', '='), variables)
  if (typeof key !== 'string') return undefined
  const first = task?.limitId === undefined ? `${key}/${elementId}` : key
  return position === 0 ? first : `${first}/${parameter.key}`
}

/** Name of that message: of a further limit of a task `limit-overdue-next`, where its diagram waits for such a one. */
export function overdueName({ graph }: LimitDiagram, { elementId, position = 0 }: OverdueLimit): string {
  return position > 0 && waitedFor(graph, elementId).includes(NEXT_OVERDUE) ? NEXT_OVERDUE : OVERDUE
}

/** Which messages of the limit clock the border of a task waits for. */
function waitedFor(graph: ProcessGraph, elementId: string): string[] {
  return [...graph.nodes.values()]
    .filter(({ attachedToId }) => attachedToId === elementId)
    .flatMap(({ source }) => messageNames(source))
    .filter(name => name === OVERDUE || name === NEXT_OVERDUE)
}

/** Which limit of which task it is. */
interface OverdueLimit {
  elementId: string
  /** Its place among the limits of the task. */
  position?: number
  parameter: { key: string }
}

/** When a limit begins to run by its `limitStart`, UTC ms; undefined when that gives no instant. A day begins in Beijing. */
export function limitStart(expression: string, variables: Variables): number | undefined {
  const value = evaluated(expression, variables)
  if (typeof value !== 'string') return undefined
  const instant = instantOfText(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+08:00` : value)
  return Number.isNaN(instant) ? undefined : instant
}

/** Whether a limit does not apply to its task: its `limitStart` says `false`. */
export function isWaived(expression: string, variables: Variables): boolean {
  return evaluated(expression, variables) === false
}

/** Whom a limit's end goes up to: `escalateTo` as it stands, or what it says as FEEL; null where that names nobody. */
export function escalationTarget(text: string, variables: Variables): string | null {
  const target = evaluated(text, variables)
  return typeof target === 'string' && target !== '' ? target : null
}

/** Undefined also for what cannot be read: a wrong expression must not hold up the clock of everybody's limits. */
function evaluated(text: string, variables: Variables): unknown {
  if (!text.startsWith('=')) return text
  try {
    const result = compileExpression(text.slice(1)).evaluate({ variables: name => variables[name], now: () => 0 })
    return result.ok ? result.value : undefined
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined
    throw error
  }
}

interface EventSource {
  eventDefinitions?: { messageRef?: { name?: string } }[]
}

function messageNames(source: object): string[] {
  return ((source as EventSource).eventDefinitions ?? []).flatMap(({ messageRef }) => messageRef?.name ?? [])
}
