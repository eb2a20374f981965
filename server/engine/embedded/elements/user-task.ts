import { extensionOf, headersOf, textOf } from '../../../bpmn/index.ts'
import { type Binding, readBinding } from '../behaviors/bindings.ts'
import { unsubscribe } from '../behaviors/event-subscriptions.ts'
import { cancelJobOf, createJob, userTaskJob } from '../behaviors/jobs.ts'
import {
  type Assignment,
  assignmentHeaders,
  evaluateAssignment,
  readAssignment,
} from '../behaviors/user-tasks/assignment.ts'
import { formHeaders, formKeyOf } from '../behaviors/user-tasks/forms.ts'
import { cancelUserTaskOf, createUserTask } from '../behaviors/user-tasks/user-tasks.ts'
import { type Expression, readOptionalExpression } from '../expression.ts'
import { type ListenersByEvent, readTaskListeners } from '../listeners.ts'
import { defineElement } from './element.ts'

export interface UserTaskDefinition {
  /** Whether people work it through the engine (`zeebe:userTask`); else it is an ordinary job. */
  isNative: boolean
  assignment: Assignment
  formId?: Expression
  formBinding: Binding
  externalReference?: Expression
  headers: Record<string, string>
  listeners?: ListenersByEvent
}

/** Offers a task to people and waits until one of them completes it. */
export const userTask = defineElement<UserTaskDefinition>({
  type: 'USER_TASK',
  waits: true,

  read({ source }) {
    const form = extensionOf(source, 'zeebe:FormDefinition')
    const formId = readOptionalExpression(textOf(form, 'formId'))
    const listeners = readTaskListeners(source)
    const externalReference = readOptionalExpression(textOf(form, 'externalReference'))
    return {
      isNative: extensionOf(source, 'zeebe:UserTask') !== undefined,
      assignment: readAssignment(source),
      ...(formId && { formId }),
      formBinding: readBinding(form),
      ...(externalReference && { externalReference }),
      headers: headersOf(source),
      ...(listeners && { listeners }),
    }
  },

  names: ({ formId: id, formBinding: binding }) => id && { kind: 'form', id, binding },

  onActivate(execution, { id, definition }, key) {
    const { isNative, assignment, headers } = definition
    const assigned = evaluateAssignment(execution, assignment, key)
    const form = formKeyOf(execution, definition, key)
    if (!isNative)
      return createJob(
        execution,
        userTaskJob({ ...headers, ...assignmentHeaders(assigned), ...formHeaders(form) }),
        key,
      )
    return createUserTask(execution, {
      elementId: id,
      elementInstanceKey: key,
      ...assigned,
      ...form,
      ...(Object.keys(headers).length > 0 && { customHeaders: headers }),
    })
  },

  onTerminate(execution, { definition }, key, isAtOnce) {
    cancelJobOf(execution, key)
    // A task that people work on is canceled after what it waited for.
    if (definition.isNative) unsubscribe(execution, key)
    cancelUserTaskOf(execution, key, isAtOnce)
  },
})
