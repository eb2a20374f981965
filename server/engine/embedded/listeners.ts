import { elementsOf, extensionOf, headersOf, type ModdleElement, textOf } from '../../bpmn/index.ts'
import type { ListenerEventType } from '../protocol/records.ts'
import { type Expression, readExpression } from './expression.ts'

/** A job that somebody wants to have done when something happens to an element or a user task; what happened waits for it. */
export interface ListenerDefinition {
  type: Expression
  retries: Expression
  /** Those of the element. */
  headers: Record<string, string>
}

/** Listeners by what they wait for, in order of definition. */
export type ListenersByEvent = Partial<Record<ListenerEventType, ListenerDefinition[]>>

/** The listeners of an element: before it is processed, before it is left. */
export type ExecutionListeners = Pick<ListenersByEvent, 'START' | 'END'>

/** Reads `zeebe:executionListeners`. */
export function readExecutionListeners(source: ModdleElement): { listeners?: ExecutionListeners } {
  const listeners = readListeners(source, 'zeebe:ExecutionListeners')
  return listeners ? { listeners } : {}
}

/** Reads `zeebe:taskListeners` of a user task. */
export function readTaskListeners(source: ModdleElement): ListenersByEvent | undefined {
  return readListeners(source, 'zeebe:TaskListeners')
}

function readListeners(source: ModdleElement, extension: string): ListenersByEvent | undefined {
  const found = elementsOf(extensionOf(source, extension), 'listeners')
  if (found.length === 0) return undefined
  const byEvent: ListenersByEvent = {}
  for (const listener of found) {
    const event = (textOf(listener, 'eventType') ?? '').toUpperCase() as ListenerEventType
    const definition = {
      type: readExpression(textOf(listener, 'type') ?? ''),
      retries: readExpression(textOf(listener, 'retries') ?? '3'),
      headers: headersOf(source),
    }
    byEvent[event] = [...(byEvent[event] ?? []), definition]
  }
  return byEvent
}
