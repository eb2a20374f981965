type Sentence = Readonly<{ zh: string; en: string }>

/** What the rules about limits and suspensions say, and under `<id>.remedy` what would make it pass. */
export const limitRuleWords: Readonly<Record<string, Sentence>> = {
  'policy.suspended': {
    zh: '本案自 {since} 起中止（{ground}），恢复前不能办理',
    en: 'This case has been suspended since {since} ({ground}); nobody works on it before it is resumed',
  },
  'policy.suspended.remedy': {
    zh: '中止原因消失后，请分管副主任恢复办理',
    en: 'When the ground is gone, ask the deputy head to resume the case',
  },
  'policy.suspending': {
    zh: '案件的中止和恢复由办案单位的{roles}决定',
    en: 'Whether a case is suspended or resumed is decided by the {roles} of the office that handles it',
  },
  'policy.suspending.remedy': { zh: '请报其批准后办理', en: 'Let one of them decide it' },
  'policy.extension.none': {
    zh: '“{limit}”期限没有规定可以延长',
    en: 'Nothing provides for an extension of the limit “{limitEn}”',
  },
  'policy.extension.none.remedy': {
    zh: '请在期限内办结；确有法定扣除事由的，登记不计入的期间',
    en: 'Finish within the limit; if the law leaves a period out, enter that period',
  },
  'policy.extension.again': {
    zh: '“{limit}”期限只能延长 {times} 次，已经延长',
    en: 'The limit “{limitEn}” may be extended {times} time(s), and that has been done',
  },
  'policy.extension.again.remedy': { zh: '请在延长后的期限内办结', en: 'Finish within the extended limit' },
  'policy.extension.late': {
    zh: '“{limit}”期限已经届满，不能再延长',
    en: 'The limit “{limitEn}” is over and can no longer be extended',
  },
  'policy.extension.late.remedy': {
    zh: '延长须在届满前批准；请尽快办结并说明超期原因',
    en: 'An extension is decided before the end; finish soon and give the reason for the delay',
  },
  'policy.extension.approver': {
    zh: '延长由办案单位的{roles}批准',
    en: 'An extension is decided by the {roles} of the office that handles the case',
  },
  'policy.extension.approver.remedy': { zh: '请报其批准', en: 'Ask one of them' },
  'policy.exclusion.none': {
    zh: '本领域法律没有规定可以从“{limit}”期限中扣除的期间',
    en: 'The law of this field leaves no period out of the limit “{limitEn}”',
  },
  'policy.exclusion.none.remedy': {
    zh: '请在期限内办结；需要时申请延长或者中止',
    en: 'Finish within the limit; where it may be, ask for an extension or a suspension',
  },
  'policy.exclusion.kind': {
    zh: '{kind}期间不能从“{limit}”期限中扣除，可以扣除的有：{allowed}',
    en: 'A period of {kind} is not left out of the limit “{limitEn}”; what is: {allowed}',
  },
  'policy.exclusion.kind.remedy': {
    zh: '请按法律规定的事由登记',
    en: 'Enter it under a ground that the law names',
  },
  'exclusion.inspection': { zh: '检测', en: 'inspection' },
  'exclusion.testing': { zh: '检验', en: 'testing' },
  'exclusion.quarantine': { zh: '检疫', en: 'quarantine' },
  'exclusion.appraisal': { zh: '技术鉴定', en: 'technical appraisal' },
  'exclusion.hearing': { zh: '听证', en: 'hearing' },
  'exclusion.suspension': { zh: '中止', en: 'suspension' },
  'suspension.other-case': { zh: '须以其他案件结果为依据', en: 'it depends on the outcome of another case' },
  'suspension.law-unclear': { zh: '法律适用问题需请示', en: 'a question of law is put to a higher body' },
  'suspension.party-missing': {
    zh: '当事人下落不明或者死亡待承继',
    en: 'the party cannot be found, or has died and is not yet succeeded',
  },
  'suspension.force-majeure': { zh: '不可抗力', en: 'force majeure' },
  'suspension.criminal-outcome': { zh: '等待刑事案件处理结果', en: 'the outcome of a criminal case is awaited' },
  'suspension.other': { zh: '其他原因', en: 'another reason' },
}
