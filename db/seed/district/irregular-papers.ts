import type { Employee } from './staff.ts'

/** People of the first street whose papers are not in order, so that their colleagues can see what that means. */
export const irregular: readonly Employee[] = [
  {
    ...{ personId: 'bo-wenxuan', name: '柏闻轩', groups: ['street-officer@LDJ-CEC'], hasAccount: true },
    ...{ certificate: 'E420106-0416', certificateEnds: '2026-06-30' },
  },
  {
    ...{ personId: 'luo-pingchuan', name: '骆平川', groups: ['street-officer@LDJ-CEC'], hasAccount: true },
    certificate: 'E420106-0417',
  },
  {
    ...{ personId: 'ji-xingzhou', name: '季行舟', groups: ['pmo-legal-reviewer@LDJ-PMO'], hasAccount: true },
    qualification: { since: '2020-07-01' },
  },
  // Of the district's pool: lent to a street whose own reviewers do not suffice.
  {
    ...{ personId: 'ke-yuanlai', name: '柯援来', groups: ['review-pool@WC-SFJ'], hasAccount: true },
    qualification: { number: 'A20194201060498', since: '2019-04-01' },
  },
]
