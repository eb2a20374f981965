import { isDeepStrictEqual } from 'node:util'
import { dayOf, isDay, type OfficeDay } from '../../deadlines/office-day.ts'
import type { ExclusionPolicy } from '../../deadlines/parameters/exclusion-policy.ts'
import { type ExtensionRule, type LimitParameter, ruleOf } from '../../deadlines/parameters/limit-parameter.ts'
import { roles } from '../../identity/roles.ts'
import { citationFault } from '../../statutes/resolve-citation.ts'
import type { House } from '../house.ts'
import type { WrongField } from '../problem.ts'

/** What an administrator sets of a limit's rules; what is absent stays as it is. */
export interface RuleChange {
  /** How it may be made longer; null: not at all. */
  extension?: Omit<ExtensionRule, 'marks'> | null | undefined
  /** What does not count in it, by field of law. */
  exclusions?: readonly Omit<ExclusionPolicy, 'marks'>[] | undefined
}

/** The limit with its rules changed; a rule that stays keeps its mark, any other is the office's own. */
export function changedRules(parameter: LimitParameter, { extension, exclusions }: RuleChange): LimitParameter {
  const { extension: present, ...bare } = parameter
  const longer = extension === undefined ? present : extension && marked(extension, present ? [present] : [])
  return {
    ...bare,
    ...(longer && { extension: longer }),
    ...(exclusions && { exclusions: exclusions.map(rule => marked(rule, parameter.exclusions ?? [])) }),
  }
}

function marked<Rule extends object>(rule: Rule, known: readonly (Rule & Pick<LimitParameter, 'marks'>)[]) {
  const same = known.find(({ marks: _, ...each }) => isDeepStrictEqual(inOrder(each), inOrder(rule)))
  return same ?? { ...rule, marks: ['configurable' as const] }
}

/** In whatever order a list was sent, it says the same. */
const inOrder = (rule: object) =>
  Object.fromEntries(
    Object.entries(rule).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
  )

/** What is wrong with the rules a change gives a limit, as of the day it holds from; each complaint at its field. */
export function wrongRules(
  house: House,
  parameter: LimitParameter,
  { extension, exclusions, effectiveFrom }: RuleChange & { effectiveFrom: string },
): WrongField[] {
  const day = isDay(effectiveFrom) ? effectiveFrom : dayOf(house.clock.now())
  return [
    ...(extension ? wrongExtension(house, parameter, day) : []),
    ...(exclusions ? wrongExclusions(parameter, day) : []),
  ]
}

function wrongExtension({ limitParameters }: House, parameter: LimitParameter, day: OfficeDay): WrongField[] {
  const { key, extension } = parameter
  if (!extension) return []
  const by = limitParameters.inForce(extension.by, day)?.parameter
  const wrong: WrongField[] = []
  if (!by || extension.by === key || !ruleOf(by))
    wrong.push({ path: '/extension/by', id: 'limit.extension-by', params: { found: extension.by } })
  for (const [index, role] of extension.approvers.entries())
    if (!Object.hasOwn(roles, role))
      wrong.push({ path: `/extension/approvers/${index}`, id: 'register.unknown-role', params: { found: role } })
  return [...wrong, ...wrongBasis(parameter, extension.basis, '/extension/basis', day)]
}

function wrongExclusions(parameter: LimitParameter, day: OfficeDay): WrongField[] {
  const { exclusions = [] } = parameter
  return exclusions.flatMap(({ field, kinds, basis }, index) => {
    const path = `/exclusions/${index}`
    const isTwice = exclusions.findIndex(other => other.field === field) < index
    const wrong = isTwice ? [{ path: `${path}/field`, id: 'limit.field-twice', params: { found: field } }] : []
    // That everything counts needs no article; that something does not, does.
    return [...wrong, ...(kinds.length > 0 ? wrongBasis(parameter, basis, `${path}/basis`, day) : [])]
  })
}

/** What changes a limit set by law rests on an article that is in force on the day. */
function wrongBasis(limit: LimitParameter, basis: readonly string[], path: string, day: OfficeDay): WrongField[] {
  if (basis.length === 0) return limit.basis.length > 0 ? [{ path, id: 'limit.rule-basis', params: {} }] : []
  return basis.flatMap((ref, index) => {
    const fault = citationFault(ref, day)
    return fault ? [{ path: `${path}/${index}`, id: `limit.basis-${fault}`, params: { found: ref } }] : []
  })
}
