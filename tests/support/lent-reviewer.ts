import { personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

/** Somebody only the tests need: of the district's pool of reviewers, and of no street. */
export const lentReviewer: RegisterRecord[] = [
  ...personRecords({
    personId: 'ke-yuanlai',
    name: '柯援来',
    accountId: 'ke-yuanlai',
    appointments: [{ role: 'review-pool', org: 'WC-SFJ', from: '2025-03-01' }],
  }),
  {
    register: 'qualifications',
    op: 'put',
    id: 'ke-yuanlai',
    value: { number: 'A20194201060498', grantedOn: '2018-03-01', reviewerSince: '2019-04-01', exemption: null },
  },
]
