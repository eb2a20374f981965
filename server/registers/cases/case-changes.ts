/**
 * What may be changed in a case. Material changes are those a legal review must not have missed (行政处罚法 第58条):
 * evidence, facts, basis and proposed penalty, and a hearing that ended.
 */
export const CASE_CHANGES = {
  'evidence-added': { isMaterial: true, zh: '增加证据', en: 'Evidence added' },
  'evidence-removed': { isMaterial: true, zh: '撤出证据', en: 'Evidence removed' },
  facts: { isMaterial: true, zh: '变更事实', en: 'Facts changed' },
  basis: { isMaterial: true, zh: '变更依据', en: 'Legal basis changed' },
  'proposed-penalty': { isMaterial: true, zh: '变更拟处罚内容', en: 'Proposed penalty changed' },
  'hearing-ended': { isMaterial: true, zh: '听证结束', en: 'Hearing ended' },
  clause58: { isMaterial: true, zh: '补充第五十八条情形', en: 'Situation of article 58 added' },
  title: { isMaterial: false, zh: '更正案由', en: 'Subject corrected' },
  place: { isMaterial: false, zh: '更正案发地点', en: 'Place corrected' },
  handlers: { isMaterial: false, zh: '变更承办人', en: 'Handlers changed' },
  closed: { isMaterial: false, zh: '结案', en: 'Closed' },
} as const

/** A kind of change. */
export type CaseChangeKind = keyof typeof CASE_CHANGES

/** Whether a change moves the instant after which a review must have passed. */
export function isMaterialChange(kind: string): boolean {
  return kind in CASE_CHANGES && CASE_CHANGES[kind as CaseChangeKind].isMaterial
}
