import type { Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** Leaves word that somebody has to mend what keeps the element instance from going on. */
export function raiseIncident(execution: Execution, elementInstanceKey: Key, failure: Failure, jobKey?: Key): void {
  const { errorType, message: errorMessage, variableScopeKey = elementInstanceKey } = failure
  const { elementId } = execution.element(elementInstanceKey)
  execution.emit({
    valueType: 'INCIDENT',
    intent: 'CREATED',
    key: execution.nextKey(),
    value: {
      errorType,
      errorMessage,
      elementId,
      elementInstanceKey,
      ...(jobKey !== undefined && { jobKey }),
      variableScopeKey,
    },
  })
}

/** What ends takes its incidents with it; with a job, only those of the job. */
export function resolveIncidentsOf(execution: Execution, elementInstanceKey: Key, jobKey?: Key): void {
  for (const key of execution.ownedBy('incidents', elementInstanceKey)) {
    const value = execution.state.incidents[key]!
    if (jobKey !== undefined && value.jobKey !== jobKey) continue
    execution.emit({ valueType: 'INCIDENT', intent: 'RESOLVED', key, value })
  }
}
