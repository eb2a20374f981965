import type { LimitMark, LimitParameter } from './limit-parameter.ts'

/** 检测, 检验, 检疫, 技术鉴定, 听证: what may be left out of a limit while it lasts. */
export const exclusionKinds = ['inspection', 'testing', 'quarantine', 'appraisal', 'hearing'] as const
export type ExclusionKind = (typeof exclusionKinds)[number]

/** The field of law of a case whose own rules nobody named. */
export const GENERAL_FIELD = 'general'

/** What does not count in a limit, in one field of law (rule C9). */
export interface ExclusionPolicy {
  /** `general`, or the field of the case's matter, as the register of matters names it. */
  field: string
  /** Whether it stands still while the case is suspended (中止). */
  suspension: boolean
  kinds: readonly ExclusionKind[]
  basis: readonly string[]
  marks: readonly LimitMark[]
}

const STOPS_WITH_THE_CASE: ExclusionPolicy = {
  ...{ field: GENERAL_FIELD, suspension: true, kinds: [], basis: [], marks: ['configurable'] },
}

/** What holds for a limit in a field of law; a field without rules of its own has the general ones. */
export function exclusionPolicyOf(
  { exclusions = [] }: Pick<LimitParameter, 'exclusions'>,
  field: string | undefined,
): ExclusionPolicy {
  return (
    exclusions.find(policy => policy.field === field) ??
    exclusions.find(policy => policy.field === GENERAL_FIELD) ??
    STOPS_WITH_THE_CASE
  )
}

/** A limit that runs on while the case is suspended, and in which everything counts. */
export const runsOn: Pick<LimitParameter, 'exclusions'> = {
  exclusions: [{ ...STOPS_WITH_THE_CASE, suspension: false }],
}
