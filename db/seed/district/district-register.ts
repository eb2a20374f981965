import { organisationRecord } from '../../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../../server/journal/act.ts'
import { recordsOf } from '../person-records.ts'
import { irregular } from './irregular-papers.ts'
import { organisations } from './organisations.ts'
import { powers } from './powers.ts'
import { staff } from './staff.ts'

/** What the registers of the district hold beside the first street. */
export function districtRegister(): RegisterRecord[] {
  return [
    ...organisations.map(organisation => organisationRecord(...organisation)),
    ...[...irregular, ...staff].flatMap(recordsOf),
    ...powers(),
  ]
}
