import { personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

/** An office since the spring of last year. */
const since = (role: string, org: string) => [{ role, org, from: '2025-03-01' }]

/** People only the tests need: of the district's pool of reviewers, and a reviewer of 2020 without the qualification. */
export const extraReviewers: readonly RegisterRecord[] = [
  ...personRecords({
    ...{ personId: 'ke-yuanlai', name: '柯援来', accountId: 'ke-yuanlai' },
    appointments: since('review-pool', 'WC-SFJ'),
  }),
  {
    ...{ register: 'qualifications', op: 'put', id: 'ke-yuanlai' },
    value: { number: 'A20194201060498', grantedOn: '2018-03-01', reviewerSince: '2019-04-01', exemption: null },
  },
  ...personRecords({
    ...{ personId: 'ji-xingzhou', name: '季行舟', accountId: 'ji-xingzhou' },
    appointments: since('pmo-legal-reviewer', 'LDJ-PMO'),
  }),
  {
    ...{ register: 'qualifications', op: 'put', id: 'ji-xingzhou' },
    value: { number: null, grantedOn: null, reviewerSince: '2020-07-01', exemption: null },
  },
]
