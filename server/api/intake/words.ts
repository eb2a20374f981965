/** What the door for matters from outside says when it does not take one. */
export const intakeProblems = {
  'intake.unsigned': {
    status: 401,
    zh: '请求没有签名，或者接入方、时间、签名不对',
    en: 'The request is not signed, or its client, time or signature is wrong',
  },
  'intake.other-content': {
    status: 409,
    zh: '来件 {sourceId} 已于 {at} 收到，内容不同，不再接收；要更正的请用新的编号',
    en: 'Matter {sourceId} was received at {at} with other content; a correction takes a new number',
  },
  'intake.client-exists': {
    status: 409,
    zh: '已有接入方 {clientId}',
    en: 'There is a client {clientId} already',
  },
  'intake.revoked-already': {
    status: 409,
    zh: '接入方 {clientId} 已经停用',
    en: 'Client {clientId} was revoked already',
  },
} as const

/** What is wrong with a matter, beside its shape. */
export const intakeComplaints = {
  'intake.no-street': { zh: '{org} 不是本区的街道', en: '{org} is no street of this district' },
  'intake.future': { zh: '受理时间晚于现在', en: 'It is in the future' },
} as const

/** Where matters come from. */
export const sourceWords = {
  hotline12345: { zh: '12345 热线', en: 'Hotline 12345' },
  cityPlatform: { zh: '城市运行管理平台', en: 'Platform of the city' },
} as const
