/** Who may do a task, as people say it: a role at an organisation; `expression` where the diagram computes it. */
export type Assignment = { kind: 'roles'; roles: RoleAt[] } | { kind: 'expression'; text: string }

/** A role, and where it is held: the street of the case, one of its offices (`-CEC`), or an organisation by its id. */
export interface RoleAt {
  role: string
  scope: Scope
}
export type Scope = { kind: 'street'; suffix: '' | '-CEC' | '-PMO' | '-JS' } | { kind: 'organisation'; orgId: string }

/** The offices of the street of a case, by what they add to its code. */
export const STREET_OFFICES = ['', '-CEC', '-PMO', '-JS'] as const

const OF_STREET = /^"([a-z][a-z-]*)@"\s*\+\s*orgCode(?:\s*\+\s*"(-CEC|-PMO|-JS)")?$/
const OF_ORGANISATION = /^"([a-z][a-z-]*)@([A-Z][A-Z0-9-]*)"$/

/** Reads `candidateGroups` of a task. */
export function readAssignment(candidateGroups: string): Assignment {
  const list = /^=\s*\[(.*)\]$/s.exec(candidateGroups.trim())?.[1]
  const parts = list === undefined ? [] : list.split(',').map(part => part.trim())
  const found = parts.map(readRole)
  const roles = found.flatMap(role => role ?? [])
  const isRoles = candidateGroups.trim() === '' || (found.length > 0 && roles.length === found.length)
  if (!isRoles) return { kind: 'expression', text: candidateGroups }
  return { kind: 'roles', roles }
}

/** Writes roles as `candidateGroups`; none is an empty text. */
export function writeAssignment(roles: readonly RoleAt[]): string {
  return roles.length === 0 ? '' : `=[${roles.map(writeRole).join(', ')}]`
}

function readRole(text: string): RoleAt | undefined {
  const [, atStreet, suffix = ''] = OF_STREET.exec(text) ?? []
  if (atStreet) return { role: atStreet, scope: { kind: 'street', suffix: suffix as '' } }
  const [, role, orgId] = OF_ORGANISATION.exec(text) ?? []
  return role && orgId ? { role, scope: { kind: 'organisation', orgId } } : undefined
}

function writeRole({ role, scope }: RoleAt): string {
  if (scope.kind === 'organisation') return `"${role}@${scope.orgId}"`
  return `"${role}@" + orgCode${scope.suffix ? ` + "${scope.suffix}"` : ''}`
}
