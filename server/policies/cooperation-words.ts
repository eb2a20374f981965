/** Refusals of the rules over disputes and transfers between offices, each with what helps. */
export const cooperationWords: Readonly<Record<string, Readonly<{ zh: string; en: string }>>> = {
  'policy.designation.justice': {
    zh: '司法局和领导小组办公室只能协调，不能指定管辖',
    en: 'The justice bureau and the office of the leading group coordinate; they designate nothing',
  },
  'policy.designation.justice.remedy': {
    zh: '请由共同上一级政府的分管领导指定',
    en: 'Let the leader of the government above all parties designate',
  },
  'policy.designation.leader': {
    zh: '指定管辖只能由共同上一级政府的分管领导作出',
    en: 'Only the leader of the government above all parties designates',
  },
  'policy.designation.leader.remedy': {
    zh: '请由共同上一级政府的分管领导指定',
    en: 'Let the leader of the government above all parties designate',
  },
  'policy.dispute-party': {
    zh: '争议一方（{org}）的人员不得协调、议定这一争议',
    en: 'Nobody of a party ({org}) coordinates or settles the dispute',
  },
  'policy.dispute-party.remedy': {
    zh: '请由与各方没有关系的人员办理',
    en: 'Let somebody do it who belongs to no party',
  },
}
