/** What is said of the power to coerce, and of a loan that is over. */
export const powerWords = {
  'policy.preservation.no-decision': {
    zh: '“{name}”还不能没收：没收决定书还没有盖章',
    en: '“{name}” cannot be confiscated yet: the decision is not sealed',
  },
  'policy.preservation.no-decision.remedy': {
    zh: '没收决定书盖章以后填写文号和日期；期限内来不及的退还，或者转查封、扣押',
    en: 'Enter number and day once the decision is sealed; if there is no time, return it or have it seized',
  },
  'policy.subject.no-coercion': {
    zh: '事项{item}没有登记强制依据，法律、法规没有授予的强制权不得行使',
    en: 'No basis of coercion is registered for matter {item}; a power that no law gives is not exercised',
  },
  'policy.subject.no-coercion.remedy': {
    zh: '有依据的，请先在事项目录中登记强制依据；没有的，申请人民法院强制执行或者移送有权机关',
    en: 'Register the basis in the catalogue if there is one; else ask the court, or the authority that has the power',
  },
  'policy.loan.over': {
    zh: '您的借调到{until}为止，不再审核本案',
    en: 'You were lent until {until} and review the case no longer',
  },
  'policy.loan.over.remedy': {
    zh: '仍需借调的，由分管副主任另行借调',
    en: 'The deputy head may borrow a reviewer once more',
  },
} as const
