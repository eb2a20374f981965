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
  'policy.transfer-acts': {
    zh: '移送前必须做的还没有做：{missing}',
    en: 'What has to come before the letter was not done: {missing}',
  },
  'policy.transfer-acts.remedy': {
    zh: '选择“补办责令、告知”，补办以后重新制作移送函再送达',
    en: 'Choose to make up for it; the letter is then made anew',
  },
  'transfer-act.stop': { zh: '责令停止正在进行的违法行为', en: 'ordering the violation to stop' },
  'transfer-act.inform': { zh: '告知有管辖权的部门', en: 'telling the office in charge' },
  'transfer-act.prepare': { zh: '组卷，附移送材料', en: 'putting the papers together' },
  'policy.transfer-goods.preserved': {
    zh: '先行登记保存的{name}还没有作出处理决定，不得移交',
    en: 'What is held as evidence ({name}) is not handed over before it is decided on',
  },
  'policy.transfer-goods.preserved.remedy': {
    zh: '七个工作日内作出处理决定，填写决定文号；或者改为解除、退还',
    en: 'Decide on it within seven working days and enter the number, or release it',
  },
  'policy.transfer-goods.seized': {
    zh: '查封、扣押的{name}，接收机关没有同意接续，或者没有书面告知当事人，不得移交',
    en: '{name} is sealed or detained: the receiver has not agreed to continue, or the party was not told in writing',
  },
  'policy.transfer-goods.seized.remedy': {
    zh: '取得接收机关同意接续的函件并书面告知当事人；不能接续的，解除以后再移送',
    en: "Get the receiver's agreement and tell the party, or release it before the transfer",
  },
}
