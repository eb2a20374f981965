import type { ActivatedJob } from '../process-engine.ts'

/** What a task listener's worker learns of the task, under the names of both protocols. */
export interface ListenedTask {
  userTaskKey?: string
  action?: string
  assignee?: string
  candidateGroups: string[]
  candidateUsers: string[]
  changedAttributes: string[]
  dueDate?: string
  followUpDate?: string
  formKey?: string
  priority?: number
}

const PREFIX = 'io.camunda.zeebe:'

/** Reads the task out of the headers in which the engine writes it; absent on any other job. */
export function listenedTask({ jobKind, customHeaders }: ActivatedJob): ListenedTask | undefined {
  if (jobKind !== 'TASK_LISTENER') return undefined
  const header = (name: string) => customHeaders[`${PREFIX}${name}`]
  const list = (name: string) => JSON.parse(header(name) ?? '[]') as string[]
  const texts = ['userTaskKey', 'action', 'assignee', 'dueDate', 'followUpDate', 'formKey'].flatMap(name => {
    const text = header(name)
    return text === undefined ? [] : [[name, text]]
  })
  const priority = header('priority')
  return {
    ...(Object.fromEntries(texts) as Partial<ListenedTask>),
    candidateGroups: list('candidateGroups'),
    candidateUsers: list('candidateUsers'),
    changedAttributes: list('changedAttributes'),
    ...(priority !== undefined && { priority: Number(priority) }),
  }
}
