/** Why a case is not closed, with its status. */
export const closingProblems = {
  'case.close.heads-only': {
    status: 403,
    zh: '{caseNo} 由分管负责人或者街道办主任批准结案',
    en: '{caseNo} is closed by the deputy head in charge or the head of the street office',
  },
  'case.close.own': {
    status: 403,
    zh: '承办人不得批准自己承办的案件结案',
    en: 'Who handled a case does not close it',
  },
  'case.close.procedures': {
    status: 409,
    zh: '还有没有办结的流程：{procedures}',
    en: 'Procedures of the case are still running: {procedures}',
  },
  'case.close.defects': {
    status: 409,
    zh: '还有 {count} 项证据瑕疵没有评定',
    en: '{count} defects of evidence have not been judged',
  },
  'case.close.no-review': {
    status: 403,
    zh: '本案属于第五十八条情形，没有晚于最后一次实质变更的审核通过记录，不能按已作出决定的理由结案',
    en: 'The case falls under article 58 and no review passed after its last material change; it is not closed on the ground of a decision',
  },
} as const

/** What would make it pass. */
export const closingComplaints = {
  'case.close.heads-only.remedy': {
    zh: '请由分管副主任或者主任办理',
    en: 'Let the deputy head or the head do it',
  },
  'case.close.own.remedy': { zh: '请由没有承办本案的负责人批准', en: 'Let a head do it who did not handle it' },
  'case.close.procedures.remedy': {
    zh: '请先办结、撤回这些流程',
    en: 'Finish or withdraw these procedures first',
  },
  'case.close.defects.remedy': {
    zh: '请审核员先在“证据瑕疵”中评定',
    en: 'Let a reviewer judge them on the page of defects first',
  },
  'case.close.no-review.remedy': {
    zh: '请先送法制审核并通过；移送、涉罪、销案的选择相应的结案理由',
    en: 'Have it reviewed first; a case that was transferred or terminated is closed on that ground',
  },
  'case.close.before-filing': { zh: '结案日早于立案日 {filed}', en: 'Earlier than the filing on {filed}' },
} as const
