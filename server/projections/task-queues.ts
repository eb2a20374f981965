/** Sorts tasks without a due date behind all others. */
export const NO_DUE_DATE = Number.MAX_SAFE_INTEGER

/** Whose an open task is: its assignee's, or its candidates'. */
export interface Holders {
  assignee: string | null
  groups: readonly string[]
  users: readonly string[]
}

/** The queue of what is assigned to a person. */
export const assigneeQueue = (personId: string): string => `assignee:${personId}`
/** The queue of what the members of a group may claim. */
const groupQueue = (group: string): string => `group:${group}`
/** The queue of what one person by name may claim. */
const userQueue = (personId: string): string => `user:${personId}`

/** The queues an open task stands in: claimed work leaves the candidates' queues. */
export function queuesOf({ assignee, groups, users }: Holders): string[] {
  if (assignee) return [assigneeQueue(assignee)]
  return [...new Set([...groups.map(groupQueue), ...users.map(userQueue)])]
}

/** The queues from which a person may claim. */
export function claimableQueues(personId: string, groups: readonly string[]): string[] {
  return queuesOf({ assignee: null, groups, users: [personId] })
}
