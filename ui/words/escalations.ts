import type { Sentences } from './sentence.ts'

/** The register of what went up: how it is searched, and why things went up. */
export const escalationWords = {
  'escalations.find': ['案号、单号、案由或者单位', 'Case, number, subject or body'],
  'escalations.history': ['记录', 'History'],
  'escalations.why': ['为何上报', 'Why'],
  'escalations.why.limit': ['期限届满', 'A limit is over'],
  'escalations.why.sign-overdue': ['逾期未签收', 'Not signed for in time'],
  'escalations.why.arrive-overdue': ['逾期未到场', 'Not on site in time'],
  'escalations.why.feedback-overdue': ['逾期未反馈', 'No feedback in time'],
  'escalations.why.improper-whistle': ['不当吹哨', 'Improper whistle'],
  'escalations.why.withdrawn-item': ['要求承担已收回的事项', 'Taken back already'],
  'escalations.why.receive-overdue': ['逾期未接收移送', 'Transfer not received'],
  'escalations.why.accept-overdue': ['逾期未受理争议', 'Dispute not accepted'],
  'escalations.why.report-missing': ['逾期未报', 'Report missing'],
} as const satisfies Sentences
