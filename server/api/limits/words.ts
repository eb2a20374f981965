/** What the doors say about limits, suspensions and escalations. */
export const limitProblems = {
  'case.suspended-already': { status: 409, zh: '本案已经中止', en: 'The case is suspended already' },
  'case.not-suspended': { status: 409, zh: '本案没有中止', en: 'The case is not suspended' },
  'limit.none': { status: 409, zh: '这个任务没有这样的期限', en: 'The task has no such limit' },
} as const

/** Complaints about single fields. */
export const limitComplaints: Readonly<Record<string, { zh: string; en: string }>> = {
  'suspension.before-start': {
    zh: '恢复时间不能早于中止时间（{since}）',
    en: 'A case is not resumed before it was suspended ({since})',
  },
  'limit.extension-by': {
    zh: '“{found}”不是有长度的另一个期限',
    en: '“{found}” is no other limit that has a length',
  },
  'limit.field-twice': { zh: '“{found}”已经有一行了', en: 'There is a row for “{found}” already' },
  'limit.rule-basis': {
    zh: '法定期限的延长和扣除须写明依据',
    en: 'What changes a limit set by law names the article that allows it',
  },
  'limit.basis-unknown': { zh: '法规库没有“{found}”', en: 'Among the laws there is no “{found}”' },
  'limit.basis-not-in-force': { zh: '“{found}”到那一天并不施行', en: '“{found}” is not in force on that day' },
  'exclusion.order': { zh: '止日须晚于起日', en: 'The last day lies after the first' },
  'exclusion.future': { zh: '起日不能晚于今天', en: 'The first day is not later than today' },
  'exclusion.before-start': {
    zh: '起日不能早于期限起算日（{start}）',
    en: 'The first day is not earlier than the start of the limit ({start})',
  },
}
