/** Sorts tasks without a due date behind all others. */
export const NO_DUE_DATE = Number.MAX_SAFE_INTEGER

/** Whose an open task is: its assignee's, or its candidates'; and in whose business it arose. */
export interface Holders {
  org?: string | null
  assignee: string | null
  groups: readonly string[]
  users: readonly string[]
}

/** The queue of what is assigned to a person. */
export const assigneeQueue = (personId: string): string => `assignee:${personId}`
/** The queue of what the members of a group may claim. */
export const groupQueue = (group: string): string => `group:${group}`
/** The queue of what one person by name may claim. */
const userQueue = (personId: string): string => `user:${personId}`
/** The queue of what is open in the business of an organisation, whoever holds it: its supervisors look here. */
export const orgQueue = (org: string): string => `org:${org}`

/** The queues an open task stands in: claimed work leaves the candidates' queues, never that of its organisation. */
export function queuesOf({ assignee, groups, users, org }: Holders): string[] {
  const held = assignee ? [assigneeQueue(assignee)] : [...new Set([...groups.map(groupQueue), ...users.map(userQueue)])]
  return org ? [...held, orgQueue(org)] : held
}

/** The queues from which a person may claim. */
export function claimableQueues(personId: string, groups: readonly string[]): string[] {
  return queuesOf({ assignee: null, groups, users: [personId] })
}
