import type { Variables } from '../engine/index.ts'
import { compileExpression, FeelSyntaxError } from '../feel/index.ts'

/** Who may sign second. */
export interface Cosigners {
  groups: readonly string[]
  users: readonly string[]
}

/** Whether the header `cosign` of a task asks for a second signature. */
export function needsTwo(header: string | undefined): header is string {
  return header !== undefined && header !== 'false'
}

/** Whether the second signature is another candidate's, and of no group of its own. */
export function isByCandidates(header: string): boolean {
  return header === 'true'
}

/**
 * Who may give the second signature: `true` names the candidates of the task, anything else the groups, as a FEEL list
 * or as text with commas; beside them single persons by id. Undefined when the expression gives no list with a group.
 */
export function cosignersOf(
  header: string,
  task: { candidateGroups: readonly string[]; candidateUsers: readonly string[] },
  variables: Variables,
): Cosigners | undefined {
  if (isByCandidates(header)) return { groups: task.candidateGroups, users: task.candidateUsers }
  const found = header.startsWith('=') ? evaluated(header.slice(1), variables) : header.split(',')
  const named = (Array.isArray(found) ? found : [found]).map(each => (typeof each === 'string' ? each.trim() : ''))
  const groups = named.filter(each => /^[^@\s]+@[^@\s]+$/.test(each))
  const users = named.filter(each => /^[^@\s]+$/.test(each))
  return groups.length > 0 && groups.length + users.length === named.length ? { groups, users } : undefined
}

function evaluated(text: string, variables: Variables): unknown {
  try {
    const result = compileExpression(text).evaluate({ variables: name => variables[name], now: () => 0 })
    return result.ok ? result.value : undefined
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined
    throw error
  }
}
