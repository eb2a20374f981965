import type { Objection, PolicyHolder } from './policy.ts'

/** A limit as the rules about its extension and about what does not count in it know it. Instants are UTC ms. */
export interface PolicyLimit {
  name: { zh: string; en: string }
  basis: readonly string[]
  dueAt: number
  isClosed: boolean
  /** How often it was made longer already. */
  extended: number
  extension?: { times: number; approvers: readonly string[]; basis: readonly string[] }
}

const R_EXTENSION = 'R-EXTENSION'

/** R-EXTENSION: a limit is made longer only as its own rule has it: at all, so often, and before it is over (强制法25条). */
export function objectionToExtension(limit: PolicyLimit, at: number): Objection | undefined {
  const { extension, name, extended } = limit
  const params = { limit: name.zh, limitEn: name.en }
  const basis = [...(extension?.basis.length ? extension.basis : limit.basis)]
  const no = (id: string, more: Record<string, string> = {}): Objection => ({
    ...{ id, params: { ...params, ...more }, rule: R_EXTENSION, basis },
  })
  if (!extension) return no('policy.extension.none')
  if (extended >= extension.times) return no('policy.extension.again', { times: String(extension.times) })
  return limit.isClosed || at >= limit.dueAt ? no('policy.extension.late') : undefined
}

/** R-EXTENSION, who decides it: a holder of one of the rule's offices in the line of the office whose work it is. */
export function objectionToApprover(
  { extension, basis }: PolicyLimit,
  { appointments }: PolicyHolder,
  isInLine: (org: string) => boolean,
): Objection | undefined {
  const approvers = extension?.approvers ?? []
  if (appointments.some(({ role, org }) => approvers.includes(role) && isInLine(org))) return undefined
  const params = { roles: approvers.map(role => `role.${role}`) }
  return { id: 'policy.extension.approver', params, rule: R_EXTENSION, basis: [...(extension?.basis ?? basis)] }
}

/** What is to be left out of a limit, and what its rule for the field of law of the case lets be left out. */
export interface PolicyExclusion {
  kind: string
  allowed: readonly string[]
  basis: readonly string[]
}

/** R-EXCLUSION: only what the law of the case's field names does not count (强制法25条3款; 处罚法60条, rule C9). */
export function objectionToExclusion({ name }: Pick<PolicyLimit, 'name'>, exclusion: PolicyExclusion) {
  const { kind, allowed, basis } = exclusion
  if (allowed.includes(kind)) return undefined
  return {
    id: allowed.length === 0 ? 'policy.exclusion.none' : 'policy.exclusion.kind',
    params: {
      ...{ limit: name.zh, limitEn: name.en, kind: `exclusion.${kind}` },
      allowed: allowed.map(each => `exclusion.${each}`),
    },
    rule: 'R-EXCLUSION',
    basis: [...basis],
  } satisfies Objection
}

/** R-SUSPENSION: whose decision it is that a case stands still, or goes on (【示例·可配置】 分管副主任、主任). */
const SUSPENDING_ROLES: readonly string[] = ['subdistrict-deputy', 'subdistrict-head']

/** R-SUSPENSION: a case is suspended and resumed by the heads of the office that handles it. */
export function objectionToSuspending(
  { appointments }: PolicyHolder,
  isInLine: (org: string) => boolean,
): Objection | undefined {
  if (appointments.some(({ role, org }) => SUSPENDING_ROLES.includes(role) && isInLine(org))) return undefined
  return {
    id: 'policy.suspending',
    params: { roles: SUSPENDING_ROLES.map(role => `role.${role}`) },
    rule: 'R-SUSPENSION',
    basis: ['行政处罚法 第60条'],
  }
}
