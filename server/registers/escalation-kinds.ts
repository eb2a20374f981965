/** Why procedures send something up: the words of the job input `kind`. */
const escalationKinds = {
  'sign-overdue': { zh: '逾期未签收', en: 'Not signed for in time' },
  'arrive-overdue': { zh: '逾期未到场', en: 'Not on site in time' },
  'feedback-overdue': { zh: '逾期未反馈', en: 'No feedback in time' },
  'improper-whistle': { zh: '不当吹哨：应急处置后没有获得追认', en: 'Improper whistle: not ratified afterwards' },
  'withdrawn-item': { zh: '要求街道承担已由上级收回的事项', en: 'A street was asked for what was taken back from it' },
  'receive-overdue': { zh: '逾期未接收移送', en: 'A transfer was not received in time' },
  'accept-overdue': { zh: '逾期未受理争议', en: 'A dispute was not accepted in time' },
  'preservation-lapsed': { zh: '登记保存期满未处理', en: 'What was kept as evidence was not decided in time' },
  'report-missing': { zh: '逾期未报', en: 'A report is missing' },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>

type EscalationKind = keyof typeof escalationKinds

/** Every kind by its id. */
export const ESCALATION_KINDS = Object.keys(escalationKinds) as [EscalationKind, ...EscalationKind[]]

const isKnown = (kind: string): kind is EscalationKind => Object.hasOwn(escalationKinds, kind)

/** What a kind is called; an unknown one names itself. */
export function escalationKindName(kind: string, language: 'zh' | 'en'): string {
  return isKnown(kind) ? escalationKinds[kind][language] : kind
}
