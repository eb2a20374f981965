import { extensionOf, headersOf, type ModdleElement, textOf } from '../../../bpmn/index.ts'
import type { JobValue, Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import { type Expression, readExpression } from '../expression.ts'
import { toldElementId } from '../state/jobs.ts'
import { evaluateName, evaluateNumber } from './expressions.ts'
import { resolveIncidentsOf } from './incidents.ts'

/** What a task says about the job that does it, or a listener about its own. */
export interface JobDefinition {
  type: Expression
  retries: Expression
  headers: Record<string, string>
}

/** Zeebe's type of the job of a user task that is not native. */
const USER_TASK_JOB = 'io.camunda.zeebe:userTask'

/** Reads `zeebe:taskDefinition` and `zeebe:taskHeaders`; undefined when the task is not done by a job. */
export function readJob(element: ModdleElement): JobDefinition | undefined {
  const definition = extensionOf(element, 'zeebe:TaskDefinition')
  if (!definition) return undefined
  return {
    type: readExpression(textOf(definition, 'type') ?? ''),
    retries: readExpression(textOf(definition, 'retries') ?? '3'),
    headers: headersOf(element),
  }
}

/** The job of a user task without `zeebe:userTask`, as old diagrams have it. */
export function userTaskJob(headers: Record<string, string>): JobDefinition {
  return { type: readExpression(USER_TASK_JOB), retries: readExpression('1'), headers }
}

/** Offers a job to the workers; the element waits for its end. */
export function createJob(
  execution: Execution,
  definition: JobDefinition,
  elementInstanceKey: Key,
  kind: Pick<JobValue, 'jobKind' | 'listenerEventType'> = {},
): void {
  const type = evaluateName(execution, definition.type, elementInstanceKey)
  const retries = evaluateNumber(execution, definition.retries, elementInstanceKey)
  const { elementId } = execution.element(elementInstanceKey)
  const { headers } = definition
  execution.emit({
    valueType: 'JOB',
    intent: 'CREATED',
    key: execution.nextKey(),
    value: {
      type,
      ...kind,
      elementId,
      elementInstanceKey,
      retries,
      ...(Object.keys(headers).length > 0 && { customHeaders: headers }),
    },
  })
}

/** The element ends without its job. */
export function cancelJobOf(execution: Execution, elementInstanceKey: Key): void {
  for (const key of execution.ownedBy('jobs', elementInstanceKey)) {
    const job = execution.state.jobs[key]!
    const { type, retries, worker, deadline } = job
    const elementId = toldElementId(job)
    const lease = { ...(worker !== undefined && { worker }), ...(deadline !== undefined && { deadline }) }
    const value = { type, elementId, elementInstanceKey, retries, ...lease }
    execution.emit({ valueType: 'JOB', intent: 'CANCELED', key, value })
    resolveIncidentsOf(execution, elementInstanceKey, key)
  }
}
