type Words = Readonly<Record<string, Readonly<{ zh: string; en: string }>>>

/** How transfers and disputes end. */
export const outcomes: Words = {
  running: { zh: '办理中', en: 'Running' },
  accepted: { zh: '已接收', en: 'Accepted' },
  returned: { zh: '已退回', en: 'Sent back' },
  'own-handled': { zh: '移送方自办', en: 'Handled by the sender' },
  disputed: { zh: '争议了结', en: 'Ended in a dispute' },
  negotiated: { zh: '协商一致', en: 'Negotiated' },
  coordinated: { zh: '协调一致', en: 'Coordinated' },
  designated: { zh: '已指定管辖', en: 'Designated' },
  withdrawn: { zh: '已撤回或者不予受理', en: 'Withdrawn or not accepted' },
  canceled: { zh: '已终止', en: 'Cancelled' },
}

export const actions: Words = {
  accept: { zh: '接收', en: 'Accepted' },
  acceptPartial: { zh: '部分接收', en: 'Accepted in part' },
  return: { zh: '退回', en: 'Sent back' },
}

export const returnReasons: Words = {
  notMyDuty: { zh: '不属于本机关职责', en: 'Not their duty' },
  materialLacking: { zh: '材料不齐', en: 'Papers missing' },
  duplicate: { zh: '已经移送过', en: 'Transferred before' },
  notAccepted: { zh: '部分接收，余部退回', en: 'Accepted in part' },
  other: { zh: '其他', en: 'Other' },
}

export const stopped: Words = {
  ended: { zh: '已经停止', en: 'Had ended' },
  oral: { zh: '口头责令', en: 'Ordered orally' },
  written: { zh: '书面责令', en: 'Ordered in writing' },
  no: { zh: '尚未责令', en: 'Not ordered' },
}

export const disputeKinds: Words = {
  jurisdiction: { zh: '处罚管辖', en: 'Jurisdiction' },
  duty: { zh: '履职分工', en: 'Duties' },
  lawApplication: { zh: '法律适用', en: 'Reading of a law' },
  assistance: { zh: '执法协助', en: 'Assistance' },
}
