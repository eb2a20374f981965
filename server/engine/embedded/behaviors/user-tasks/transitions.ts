import type { Json, Key, UserTaskIntent, UserTaskValue } from '../../../protocol/records.ts'
import type { UserTaskDefinition } from '../../elements/user-task.ts'
import type { ExecutableNode } from '../../executable-process.ts'
import type { Execution } from '../../execution.ts'
import type { TaskAttributes, TaskTransition, UserTask } from '../../state/instance-state.ts'
import { attributesOf } from '../../state/user-tasks.ts'
import { createJob } from '../jobs.ts'
import { nodeOf } from '../nodes.ts'
import { endTermination } from '../termination.ts'
import { isEqual } from '../variables.ts'
import { assignmentHeaders } from './assignment.ts'
import { tellDocument, writeDocument } from './variable-documents.ts'

export type TaskChanges = Partial<Omit<UserTaskValue, 'elementId' | 'elementInstanceKey'>>
type Event = 'CREATING' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'CANCELING'

/** What has happened when all listeners agree, and when one says no. */
const OUTCOMES: Record<TaskTransition['intent'], { event: Event; done: UserTaskIntent; denied?: UserTaskIntent }> = {
  CREATING: { event: 'CREATING', done: 'CREATED' },
  ASSIGNING: { event: 'ASSIGNING', done: 'ASSIGNED', denied: 'ASSIGNMENT_DENIED' },
  CLAIMING: { event: 'ASSIGNING', done: 'ASSIGNED', denied: 'ASSIGNMENT_DENIED' },
  UPDATING: { event: 'UPDATING', done: 'UPDATED', denied: 'UPDATE_DENIED' },
  COMPLETING: { event: 'COMPLETING', done: 'COMPLETED', denied: 'COMPLETION_DENIED' },
  CANCELING: { event: 'CANCELING', done: 'CANCELED' },
}

/** Something is to happen to a task: at once, or when its listeners are done (ENGINE Q2). */
export function beginTransition(
  execution: Execution,
  key: Key,
  intent: Exclude<TaskTransition['intent'], 'CREATING'>,
  changes: TaskChanges = {},
): void {
  const { elementInstanceKey } = execution.state.userTasks[key]!
  const { event, done } = OUTCOMES[intent]
  if (listenersOf(execution, elementInstanceKey, event).length > 0) {
    tell(execution, key, intent, changes)
    execution.attempt(elementInstanceKey, () => void callTaskListener(execution, key))
    return
  }
  const { variables: _later, ...before } = changes
  tell(execution, key, intent, intent === 'COMPLETING' ? before : changes)
  if (changes.variableDocument) finish(execution, key)
  else {
    tell(execution, key, done, changes)
    follow(execution, elementInstanceKey, intent)
  }
}

/** Hands the next listener its job. Answers whether there was one. */
export function callTaskListener(execution: Execution, key: Key): boolean {
  const { elementInstanceKey, transition, ...task } = execution.state.userTasks[key]!
  if (!transition) return false
  const { event } = OUTCOMES[transition.intent]
  const next = listenersOf(execution, elementInstanceKey, event)[transition.done]
  if (!next) return false
  const { after, action, changedAttributes } = transition
  const changed = transition.done === 0 ? (changedAttributes ?? []) : differences(task, transition)
  const headers = {
    ...next.headers,
    ...assignmentHeaders(after),
    'io.camunda.zeebe:userTaskKey': key,
    'io.camunda.zeebe:priority': String(after.priority),
    ...(task.formKey && { 'io.camunda.zeebe:formKey': task.formKey }),
    ...(action && { 'io.camunda.zeebe:action': action }),
    ...(changed.length > 0 && { 'io.camunda.zeebe:changedAttributes': JSON.stringify(changed) }),
  }
  const kind = { jobKind: 'TASK_LISTENER', listenerEventType: event } as const
  createJob(execution, { ...next, headers }, elementInstanceKey, kind)
  return true
}

/** A listener is done: the next one's turn, or what was to happen has happened. */
export function goOn(execution: Execution, key: Key): void {
  const { elementInstanceKey } = execution.state.userTasks[key]!
  execution.attempt(elementInstanceKey, () => {
    if (!callTaskListener(execution, key)) finish(execution, key)
  })
}

/** After an incident: what is to happen to the task of an element is tried again. Answers whether there was anything. */
export function goOnWithTask(execution: Execution, elementInstanceKey: Key): boolean {
  const key = taskOf(execution, elementInstanceKey)
  if (key === undefined || !execution.state.userTasks[key]!.transition) return false
  goOn(execution, key)
  return true
}

/** Whether listeners still work on the end of the task of an element that ends. */
export function isHeldByTask(execution: Execution, { type }: ExecutableNode, key: Key): boolean {
  return type === 'USER_TASK' && taskOf(execution, key) !== undefined
}

/** A listener changes what the task will be like. */
export function correct(execution: Execution, key: Key, names: string[], corrections: TaskAttributes): void {
  const { after, action, variables, changedAttributes = [] } = execution.state.userTasks[key]!.transition!
  const corrected: Record<string, unknown> = { ...without(after, names), ...filled(corrections) }
  const changed = names.filter(name => !isEqual(attributeOf(after, name), attributeOf(corrected, name)))
  if (changed.length === 0) return
  const told = [...new Set([...changedAttributes, ...changed])]
  tell(execution, key, 'CORRECTED', {
    ...picked(corrected as TaskAttributes, told),
    ...(action !== undefined && { action }),
    ...(variables && { variables }),
    changedAttributes: told,
  })
}

/** A listener says no: the task is as it was. */
export function deny(execution: Execution, key: Key, deniedReason: string | undefined): void {
  const { elementInstanceKey, transition } = execution.state.userTasks[key]!
  const { intent, variableDocument, variables } = transition!
  tell(execution, key, OUTCOMES[intent].denied!, deniedReason === undefined ? {} : { deniedReason })
  if (variableDocument) tellDocument(execution, 'UPDATE_DENIED', elementInstanceKey, variableDocument, variables!)
}

/** The open task of an element instance. */
export function taskOf(execution: Execution, elementInstanceKey: Key): Key | undefined {
  return execution.ownedBy('userTasks', elementInstanceKey)[0]
}

/** A record of an open task: which it is, and what changed. */
export function tell(execution: Execution, key: Key, intent: UserTaskIntent, changes: TaskChanges = {}): void {
  const { elementId, elementInstanceKey } = execution.state.userTasks[key]!
  execution.emit({ valueType: 'USER_TASK', intent, key, value: { elementId, elementInstanceKey, ...changes } })
}

function finish(execution: Execution, key: Key): void {
  const { elementInstanceKey, transition, ...task } = execution.state.userTasks[key]!
  const { intent, after, action, variables, variableDocument, assignee } = transition!
  if (variableDocument) writeDocument(execution, elementInstanceKey, variableDocument, variables!)
  const changedAttributes = differences(task, transition!)
  tell(execution, key, OUTCOMES[intent].done, {
    ...picked(after, changedAttributes),
    // An assignment says the whole truth about the assignee.
    ...(OUTCOMES[intent].done === 'ASSIGNED' && picked(after, ['assignee'])),
    ...(action !== undefined && { action }),
    ...(variables && { variables }),
    ...(changedAttributes.length > 0 && { changedAttributes }),
  })
  if (variableDocument) tellDocument(execution, 'UPDATED', elementInstanceKey, variableDocument, variables!)
  if (intent === 'CREATING' && assignee !== undefined)
    beginTransition(execution, key, 'ASSIGNING', { assignee, changedAttributes: ['assignee'] })
  // An element that ends has waited for the listeners.
  if (intent === 'CANCELING') endTermination(execution, elementInstanceKey)
  else follow(execution, elementInstanceKey, intent)
}

/** What the element does once it has happened. */
function follow(execution: Execution, elementInstanceKey: Key, intent: TaskTransition['intent']): void {
  if (intent === 'COMPLETING') execution.schedule({ do: 'complete', key: elementInstanceKey })
}

function listenersOf(execution: Execution, elementInstanceKey: Key, event: Event) {
  return (nodeOf(execution, elementInstanceKey).definition as UserTaskDefinition).listeners?.[event] ?? []
}

/** Names of what will be otherwise than it is, sorted. */
function differences(task: Omit<UserTask, 'elementInstanceKey' | 'transition'>, transition: TaskTransition): string[] {
  const before: Record<string, unknown> = { ...attributesOf(task) }
  const after: Record<string, unknown> = { ...transition.after }
  if (transition.assignee !== undefined) delete after.assignee
  const names = Object.keys({ ...before, ...after }).filter(
    name => !isEqual((before[name] ?? null) as never, (after[name] ?? null) as never),
  )
  return [...names, ...(transition.variables ? ['variables'] : [])].sort()
}

function picked(attributes: TaskAttributes, names: string[]): TaskAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)))
}

function without(attributes: TaskAttributes, names: string[]): TaskAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}

function attributeOf(attributes: Record<string, unknown>, name: string): Json {
  return (attributes[name] ?? null) as Json
}

/** An empty text or list empties the attribute. */
function filled(corrections: TaskAttributes): TaskAttributes {
  return Object.fromEntries(
    Object.entries(corrections).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  )
}
