/** Why nobody is called in from elsewhere, with the status. */
export const requestProblems = {
  'request.nothing-open': {
    status: 403,
    zh: '现在没有待办的审核任务，不需要借调、指定',
    en: 'No review is open now, so nobody need be called in',
  },
  'request.not-lacking': {
    status: 403,
    zh: '还有人可以审核：{people}；无人可审时才能借调、指定',
    en: '{people} can review it; somebody is called in only where nobody can',
  },
} as const

/** What would make it pass, and what is wrong in a field. */
export const requestComplaints = {
  'request.nothing-open.remedy': { zh: '到审核环节再申请', en: 'Ask once a review is open' },
  'request.not-lacking.remedy': {
    zh: '请由他们审核；应当回避的，先决定回避',
    en: 'Let them review it; who must not is recused first',
  },
  'request.body': {
    zh: '“{body}”的部分现在不能终止，请另选单位',
    en: 'The part of “{body}” does not wait for it; choose another body',
  },
  'request.until': { zh: '请填写今天或者以后的日期', en: 'Name a day that has not passed' },
} as const
