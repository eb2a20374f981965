/** What R-WHISTLE says, and under `<id>.remedy` what would make it pass. */
export const whistleWords = {
  'policy.whistle.one-lead': { zh: '责任单位须有且只有一个牵头', en: 'Exactly one body leads' },
  'policy.whistle.one-lead.remedy': {
    zh: '请确定一个牵头单位，其余为协办',
    en: 'Name one that leads; the others assist',
  },
  'policy.whistle.called-twice': { zh: '同一单位不能列两次', en: 'No body is called twice' },
  'policy.whistle.called-twice.remedy': { zh: '请删去重复的一行', en: 'Take the second line away' },
  'policy.whistle.own-draft': {
    zh: '拟单人不得审批自己拟的吹哨单',
    en: 'Who drafted a whistle does not approve it',
  },
  'policy.whistle.own-draft.remedy': { zh: '请由其他负责人审批', en: 'Let another head decide' },
  'policy.whistle.own-duty': {
    zh: '本街有权办理又不跨部门的事项，不能吹哨，只能退回',
    en: 'What the street may do itself and concerns no other body is not whistled for; it can only be returned',
  },
  'policy.whistle.own-duty.remedy': {
    zh: '确属重大疑难的，退回后由拟单人改为“重大疑难”再报',
    en: 'If it is major or difficult, return it, so that the ground is changed',
  },
  'policy.whistle.on-site': {
    zh: '到场执法须有两名以上不同人员，其执法证在到场时有效{number}',
    en: 'Enforcement on site takes two people whose certificates were valid then {number}',
  },
  'policy.whistle.on-site.remedy': {
    zh: '请选两名以上到场人员，并选他们各自有效的证号；不是执法的，不要勾选“执法”',
    en: 'Name two or more people and their valid certificates; or say that it was no enforcement',
  },
  'policy.whistle.late-appointment': {
    zh: '约定 {agreed} 到场，晚于到场期限 {due}',
    en: 'Agreed to be there on {agreed}, later than the limit of being on site, {due}',
  },
  'policy.whistle.late-appointment.remedy': {
    zh: '请与发起方约定 {due} 以前的时间；到场期限自签收起算',
    en: 'Agree on a time by {due}; the limit counts from the signature',
  },
  'policy.whistle.assist-silent': {
    zh: '已到场的协办单位还没有记录：{orgs}',
    en: 'Bodies that came to assist have left no record: {orgs}',
  },
  'policy.whistle.assist-silent.remedy': {
    zh: '请等协办单位记录，或者逐个说明为何不记录',
    en: 'Wait for their records, or say of each why there is none',
  },
  'policy.whistle.scores': {
    zh: '每个责任单位须评价一次，且只评价被派单的单位',
    en: 'Every body that was called is evaluated once, and nobody else',
  },
  'policy.whistle.scores.remedy': { zh: '请逐个单位评分', en: 'Give each its score' },
} as const
