/** Refusals of the rules over certificates, each with what helps. */
export const certificateWords: Readonly<Record<string, Readonly<{ zh: string; en: string }>>> = {
  'policy.certificate-examiner': {
    zh: '组织考试的人不得审核同一份申领',
    en: 'Who held the examination does not review the same application',
  },
  'policy.certificate-examiner.remedy': {
    zh: '请由另一名证件管理员审核',
    en: 'Let another administrator of certificates review it',
  },
  'policy.certificate.held': {
    zh: '已持有同类证件 {number}，一人一张',
    en: 'Holds a certificate of this kind already ({number}); there is one for each person',
  },
  'policy.certificate.held.remedy': {
    zh: '遗失的办补办，届满或信息变化的办换发、变更',
    en: 'Apply for a reissue, a renewal or a change instead',
  },
  'policy.certificate.not-replaceable': {
    zh: '旧证 {number} 不是本人的同类证件，或者已经注销、收回、暂扣',
    en: 'The old certificate {number} is not one of this kind of the applicant, or it was cancelled, withdrawn or suspended',
  },
  'policy.certificate.not-replaceable.remedy': {
    zh: '核对旧证号；没有有效证件的按新申领办理',
    en: 'Check the number; without a valid certificate apply for a new one',
  },
  'policy.certificate.other-person': {
    zh: '申领是为另一人申报的，不能改成别人',
    en: 'The application was made for somebody else and stays his',
  },
  'policy.certificate.other-person.remedy': {
    zh: '撤回这份申报，另行申报',
    en: 'Withdraw this application and make another',
  },
  'policy.certificate.not-disposable': {
    zh: '证件 {number} 现在的状态不能这样处置',
    en: 'The present state of certificate {number} does not allow this',
  },
  'policy.certificate.not-disposable.remedy': {
    zh: '退回重新提议，或者不予处置',
    en: 'Send the proposal back or dismiss it',
  },
  'policy.certificate.supervision-by-bureau': {
    zh: '行政执法监督证由区司法局负责人申报',
    en: 'A certificate of supervision is applied for by the head of the justice bureau',
  },
  'policy.certificate.supervision-by-bureau.remedy': {
    zh: '请区司法局负责人申报，或者改报行政执法证',
    en: 'Let the head of the bureau apply, or apply for a certificate of enforcement',
  },
  'policy.certificate.application-running': {
    zh: '已有一份同类证件的申报在办（{matter}）',
    en: 'Another application for a certificate of this kind runs: {matter}',
  },
  'policy.certificate.application-running.remedy': {
    zh: '办结那一份，或者撤回这一份',
    en: 'See that one to its end, or withdraw this one',
  },
  'policy.certificate.disposal-running': {
    zh: '证件 {number} 已有一件处置在办（{matter}），同一证件不同时处置两次',
    en: 'A disposal of certificate {number} runs already: {matter}',
  },
  'policy.certificate.disposal-running.remedy': {
    zh: '在那一件里写明新的事由，撤回这一件；或者等它生效、办结以后再办',
    en: 'Say the new ground there and withdraw this one, or wait until that one is in effect',
  },
  'policy.certificate.number-taken': { zh: '证号 {number} 已经用过', en: 'The number {number} was given before' },
  'policy.certificate.number-taken.remedy': { zh: '换一个没有用过的证号', en: 'Give another number' },
  'policy.certificate.age-alone': {
    zh: '证件 {number} 只有年龄一项疑点，不得直接注销',
    en: 'Only age speaks against certificate {number}; that alone does not cancel it',
  },
  'policy.certificate.age-alone.remedy': {
    zh: '先请单位说明，说明以后再决定',
    en: 'Ask the unit first and decide on its answer',
  },
}
