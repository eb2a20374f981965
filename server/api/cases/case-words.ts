import { CASE_CHANGES } from '../../registers/cases/case-changes.ts'
import { closingComplaints, closingProblems } from './closing-words.ts'

/** What is said no to about cases, with its status. */
export const caseProblems = {
  'case.officers-only': {
    status: 403,
    zh: '立案由本街道执法人员办理，辅助人员不得实施',
    en: 'A case is registered by an officer of the street, not by auxiliary staff',
  },
  'case.own-certificate': {
    status: 403,
    zh: '您目前没有有效的行政执法证，不能立案',
    en: 'You hold no valid enforcement certificate now, so you cannot register a case',
  },
  'case.handlers-only': {
    status: 403,
    zh: '{caseNo} 由其承办人办理，您不是承办人',
    en: '{caseNo} is for its handlers, and you are none of them',
  },
  'case.directors-only': {
    status: 403,
    zh: '{caseNo} 的承办人由综合执法中心主任或者街道办负责人指定',
    en: 'The handlers of {caseNo} are named by the director of the centre or a head of the street',
  },
  'case.readers-only': { status: 403, zh: '您的岗位不查看案件登记簿', en: 'Your office reads no register of cases' },
  'case.registered-already': {
    status: 409,
    zh: '{caseNo} 已经立案登记',
    en: '{caseNo} is registered already',
  },
  'case.closed': { status: 409, zh: '{caseNo} 已经结案', en: '{caseNo} is closed' },
  ...closingProblems,
  'case.reviewed-already': {
    status: 409,
    zh: '{caseNo} 已有一次审核正在进行',
    en: 'A review of {caseNo} is going on already',
  },
} as const

/** What is wrong in a field, and what would help. */
export const caseComplaints = {
  'case.officers-only.remedy': {
    zh: '请由持有效执法证的执法人员办理',
    en: 'Let an officer with a valid enforcement certificate do it',
  },
  'case.own-certificate.remedy': {
    zh: '请由持有效执法证的执法人员办理',
    en: 'Let an officer with a valid enforcement certificate do it',
  },
  ...closingComplaints,
  'case.unchanged': { zh: '与现在的内容相同', en: 'It is like this already' },
  'case.guardian': { zh: '当事人未满十八周岁，须填监护人', en: 'The party is under eighteen: name the guardian' },
  'case.material-twice': { zh: '“{name}”已经在案', en: '“{name}” is on file already' },
} as const

/** Acts on cases in the history, without their subject. */
export const caseHistoryWords = {
  'case.register': { zh: '立案', en: 'registered the case' },
  'case.change': { zh: '{changeName}：{reason}', en: '{changeName}: {reason}' },
  'case.close': { zh: '结案：{closeReasonName}', en: 'closed the case: {closeReasonName}' },
  'case.handlers': { zh: '变更承办人：{reason}', en: 'changed the handlers: {reason}' },
  'party.change': { zh: '更正当事人信息：{reason}', en: 'corrected the party: {reason}' },
  'party.disclose': { zh: '查看当事人完整信息：{reason}', en: 'looked at the whole data of the party: {reason}' },
  'case.export': { zh: '导出案件登记簿', en: 'exported the register of cases' },
  'party.export': { zh: '导出当事人登记簿', en: 'exported the register of parties' },
  'review.export': { zh: '导出审核登记簿', en: 'exported the register of reviews' },
  'document.make': { zh: '制作文书 {docNo}', en: 'made the document {docNo}' },
  'register.write': { zh: '记入登记簿', en: 'wrote into the register' },
} as const

/** The kinds of changes by name. */
export function changeName(kind: string, language: 'zh' | 'en'): string {
  return kind in CASE_CHANGES ? CASE_CHANGES[kind as keyof typeof CASE_CHANGES][language] : kind
}
