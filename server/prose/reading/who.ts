import type { OutlineIndex, Part } from '../outline.ts'
import type { Names } from './names.ts'
import { listed, type Said, said, same } from './words.ts'

/**
 * Who does a user task: the roles it is for, also where a variable names them; those who handle the case; else the name of
 * its lane.
 */
export function whoDoes(part: Part, index: OutlineIndex, names: Names): Said {
  const { properties } = part
  const groups = properties['assignment:candidateGroups'] ?? ''
  const roles = rolesIn(groups)
  const meant = roles.length > 0 ? roles : variablesIn(groups).flatMap(name => rolesSetTo(name, index))
  if (meant.length > 0) return roleNames([...new Set(meant)], names)
  if (/\bhandlerIds\b/.test(properties['assignment:candidateUsers'] ?? '')) return said('承办人', 'the handlers')
  const lane = laneOf(part, index)
  if (lane && (properties.lane !== undefined || variablesIn(groups).length === 0)) return lane
  if (variablesIn(groups).length > 0) return said('流程指定的岗位', 'whoever the procedure names')
  return said('有关人员', 'those concerned')
}

const variablesIn = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? []

/** The roles in what mappings and scripts set a variable to. */
function rolesSetTo(name: string, { outline }: OutlineIndex): string[] {
  const entry = new RegExp(`\\b${name}: (.*?)(?=, \\w+: |}\\s*$)`, 's')
  return outline.parts.flatMap(({ properties }) => {
    const mapped = [properties[`input:${name}`], properties[`output:${name}`]]
    const computed = entry.exec(properties['script:expression'] ?? '')?.[1]
    return [...mapped, computed].flatMap(text => rolesIn(text ?? ''))
  })
}

/** The lane a part lies in by name; what lies in a sub-process lies in its lane when it has none itself. That of what events begin says when, not who. */
export function laneOf(part: Part | undefined, index: OutlineIndex): Said | undefined {
  for (let at = part; at && at.properties.triggeredByEvent !== 'true'; at = index.byId.get(at.scope)) {
    const name = index.byId.get(at.properties.lane ?? '')?.properties.name
    if (name) return same(name)
  }
  return undefined
}

/** Names of roles, one after the other. */
export const roleNames = (ids: readonly string[], names: Names): Said =>
  listed(
    ids.map(id => names.role?.(id) ?? same(id)),
    '或',
    ' or ',
  )

/** Ids of the roles that an expression over `role@org` names, each once. */
export function rolesIn(text: string): string[] {
  const found = [...text.matchAll(/([a-z][a-z-]+)@/g)].map(([, role]) => role as string)
  return [...new Set(found)]
}

/** What `escalateTo` names: roles with or without their office. */
export function escalationWords(text: string, names: Names): Said | undefined {
  const parts = text.startsWith('=') ? rolesIn(text) : text.split(/[;；]/).map(part => part.trim().replace(/@.*$/, ''))
  const ids = [...new Set(parts.filter(part => part !== '' && part !== 'diagram'))]
  return ids.length === 0 ? undefined : roleNames(ids, names)
}
