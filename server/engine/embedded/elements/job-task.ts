import type { BpmnElementType } from '../../protocol/records.ts'
import { cancelJobOf, createJob, type JobDefinition, readJob } from '../behaviors/jobs.ts'
import type { Element } from './element.ts'
import { defineElement } from './element.ts'

/** Leaves the work to a job worker and waits for its result: service and send tasks. */
export function jobTask(type: BpmnElementType): Element {
  return defineElement<JobDefinition>({
    type,
    waits: true,
    read: ({ source }) => readJob(source)!,
    onActivate: (execution, { definition }, key) => createJob(execution, definition, key),
    onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
  })
}
