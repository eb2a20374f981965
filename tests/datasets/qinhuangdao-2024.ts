import { personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

/** What a city's answer to a proposal tells of its certificates, for one year up to the answer (秦皇岛市，2024年至答复时). */
export interface Figures {
  /** Certificates of enforcement and of supervision. */
  issued: [enforcement: number, supervision: number]
  cancelled: [enforcement: number, supervision: number]
  reissued: number
  /** Holders in townships and streets at the end; it does not follow from the other figures. */
  inService: number
}

export const qinhuangdao2024: Figures = { issued: [614, 16], cancelled: [829, 6], reissued: 10, inService: 1519 }

/** The same shape, small enough for every run of the tests. */
export const cut: Figures = { issued: [5, 1], cancelled: [7, 1], reissued: 1, inService: 20 }

/** What happens in a month: how many of each, by where it happens. */
export interface Month {
  /** `2024-03`. */
  month: string
  issuedInStreets: number
  issuedInDepartments: number
  issuedSupervision: number
  cancelledInStreets: number
  cancelledInDepartments: number
  cancelledSupervision: number
  reissued: number
}

/** So many, as evenly as whole numbers allow, the first months one more. */
const spread = (total: number, months: number): number[] =>
  Array.from({ length: months }, (_, at) => Math.floor(total / months) + (at < total % months ? 1 : 0))

/** The year by months: three fifths in the streets, the rest in departments; the batches add up to the figures. */
export function planOf({ issued, cancelled, reissued }: Figures, months: number): Month[] {
  const inStreets = ([enforcement]: [number, number]) => Math.round(enforcement * 0.6)
  const parts = {
    issuedInStreets: spread(inStreets(issued), months),
    issuedInDepartments: spread(issued[0] - inStreets(issued), months),
    issuedSupervision: spread(issued[1], months),
    cancelledInStreets: spread(inStreets(cancelled), months),
    cancelledInDepartments: spread(cancelled[0] - inStreets(cancelled), months),
    cancelledSupervision: spread(cancelled[1], months),
    reissued: spread(reissued, months),
  }
  return Array.from({ length: months }, (_, at) => {
    const values = Object.entries(parts).map(([name, all]) => [name, all[at] ?? 0] as const)
    return { month: `2024-${String(at + 1).padStart(2, '0')}`, ...(Object.fromEntries(values) as Omit<Month, 'month'>) }
  })
}

/** Where a holder works: a street, a department, or the bureau's own supervisors. */
export type Place = 'street' | 'department' | 'bureau'

export const OFFICES: Readonly<Record<Place, { role: string; org: string; entity: string; letter: 'E' | 'S' }>> = {
  street: { role: 'street-officer', org: 'LDJ-CEC', entity: 'LDJ', letter: 'E' },
  department: { role: 'dept-officer', org: 'WC-CG', entity: 'WC-CG', letter: 'E' },
  bureau: { role: 'justice-supervisor', org: 'WC-SFJ', entity: 'WC-SFJ', letter: 'S' },
}

const SINCE = '2020-01-01'

/** Somebody invented by number, with a post in the establishment, and a certificate if he holds one already. */
export function holderRecords(place: Place, n: number, isHolder: boolean): RegisterRecord[] {
  const { role, org, entity, letter } = OFFICES[place]
  const personId = holderId(place, n)
  const staff = { org: entity, staffing: 'civilServant', post: '执法岗', category: null, bornIn: null }
  const kind = letter === 'E' ? 'enforcement' : 'supervision'
  const number = numberOf(place, n)
  return [
    ...personRecords({ personId, name: `示例${place}${n}`, appointments: [{ role, org, from: SINCE }] }),
    put('staff-register', personId, { ...staff, validFrom: SINCE, validTo: null }),
    ...(isHolder
      ? [put('certificates', `${kind}-${number}`, { personId, kind, number, validFrom: SINCE, validTo: '2029-12-31' })]
      : [
          put('training-hours', `T-${personId}-1`, { ...TRAINING, personId, kind: 'common', hours: '20' }),
          put('training-hours', `T-${personId}-2`, { ...TRAINING, personId, kind: 'professional', hours: '40' }),
        ]),
  ]
}

export const holderId = (place: Place, n: number): string => `qhd-${place}-${n}`
export const numberOf = (place: Place, n: number): string => `${OFFICES[place].letter}130300-${place[0]}${n}`

const TRAINING = { course: '岗前培训', result: 'passed', heldOn: '2024-01-02' }

function put(register: string, id: string, value: RegisterRecord['value']): RegisterRecord {
  return { register, op: 'put', id, ...(value && { value }) }
}
