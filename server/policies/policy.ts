/** What somebody wants to do with a user task. Every verb that leads to the work passes the same rules. */
export type TaskVerb = 'claim' | 'assign' | 'release' | 'draft' | 'complete'

/** An appointment that is in force at the act. */
export interface PolicyAppointment {
  role: string
  org: string
}

/** Who would do it (of an assignment: who would get it). */
export interface PolicyPerson {
  id: string
  appointments: readonly PolicyAppointment[]
}

/** The task as it stands inside the transaction. */
export interface PolicyTask {
  userTaskKey: string
  elementId: string
  /** What sort of work it is, from the diagram. */
  kind?: string
  enforcementAct: boolean
  assignee?: string
  candidateGroups: readonly string[]
  candidateUsers: readonly string[]
}

/** Who had a hand in the case before, over all its instances. */
export interface Participation {
  personId: string
  /** Kind of the task that was done, or `case-handling` for a registered handler. */
  kind: string
}

export interface TaskRequest {
  verb: TaskVerb
  person: PolicyPerson
  task: PolicyTask
  history: readonly Participation[]
}

/** Why not: the message (`id` with `params`, its remedy under `<id>.remedy`), the rule and the articles it rests on. Plain data, journaled as it is. */
export interface Objection {
  id: string
  params?: Record<string, string | string[]>
  rule: string
  basis: string[]
}

/** One rule over a task: its objection, or nothing. Pure; reads only what it is given. */
export type Policy = (request: TaskRequest) => Objection | undefined
