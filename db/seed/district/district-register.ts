import { organisationRecord } from '../../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../../server/journal/act.ts'
import { demoPeople } from '../people.ts'
import { recordsOf } from '../person-records.ts'
import { irregular } from './irregular-papers.ts'
import { departmentRecords, organisations } from './organisations.ts'
import { powers, powersOf } from './powers.ts'
import { staff } from './staff.ts'
import { establishmentOf } from './staff-register.ts'
import { FIRST_STREET } from './streets.ts'

/** What the registers of the district hold beside the first street. */
export function districtRegister(): RegisterRecord[] {
  return [
    ...organisations.map(organisation => organisationRecord(...organisation)),
    ...[...irregular, ...staff].flatMap(recordsOf),
    ...[...demoPeople, ...irregular, ...staff].flatMap(establishmentOf),
    ...powers(),
  ]
}

/** What the first street needs of the district when it is alone: what it may act on, and whom it has that from. */
export function streetRegister(): RegisterRecord[] {
  return [...departmentRecords.map(department => organisationRecord(...department)), ...powersOf([FIRST_STREET])]
}
