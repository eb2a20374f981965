import type { RegisterRecord } from '../../server/journal/act.ts'
import { departments, outside } from './departments.ts'

const ITEM = 'WH-CG-0101'
/** Of the water bureau alone; the street is not empowered for it. */
export const WATER = 'WH-SW-0201'
export const STREET_ITEM = ITEM

const itemRecord = (id: string, name: string, department: string, streets: readonly string[]): RegisterRecord => ({
  ...{ register: 'enforcement-items', op: 'put', id },
  value: {
    ...{ name, domain: '综合', actType: 'penalty', level: 'district', department, guideUrl: null, basis: [] },
    ...{ streets: [...streets], tags: [], state: 'in-force', validFrom: '2020-01-01', validTo: null },
    coercionBasis: [],
  },
})

/** Departments and their people, and who is empowered to what. */
export const powers: readonly RegisterRecord[] = [
  ...departments,
  itemRecord(ITEM, '占道经营', 'WC-CG', ['LDJ']),
  itemRecord(WATER, '向河道倾倒垃圾', 'WC-SW', []),
  {
    ...{ register: 'empowerment-confirmations', op: 'put', id: 'WC-CG-LDJ-1' },
    value: {
      ...{ street: 'LDJ', department: 'WC-CG', items: [ITEM], signedOn: '2020-01-01', validTo: null },
      ...{ fileId: null, fileName: null },
    },
  },
]

/** Who does what in the scenarios of a transfer between the street and a department. */
export const people = {
  ...outside,
  officer: 'lin-shen',
  otherOfficer: 'he-lichuan',
  director: 'zheng-huaiyuan',
  deputy: 'mei-qinghe',
  supervisor: 'wei-mingjian',
} as const
