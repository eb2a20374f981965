/** What the doors say about absences. */
export const absenceProblems = {
  'absence.overlaps': {
    status: 409,
    zh: '这段时间已经登记了缺勤：{fromDay}至{toDay}',
    en: 'An absence is registered for some of these days already: {fromDay} to {toDay}',
  },
  'absence.ended': { status: 409, zh: '这次缺勤已经结束', en: 'This absence has ended already' },
} as const

/** Complaints about single fields. */
export const absenceComplaints: Readonly<Record<string, { zh: string; en: string }>> = {
  'absence.no-day': { zh: '“{found}”不是日期', en: '“{found}” is no day' },
  'absence.order': { zh: '止日不能早于起日', en: 'The last day is not earlier than the first' },
  'absence.over': { zh: '已经过去的缺勤不用登记', en: 'An absence that is over need not be entered' },
  'absence.too-long': { zh: '一次最长登记一年', en: 'One entry lasts a year at most' },
}
