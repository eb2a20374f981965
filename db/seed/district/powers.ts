import type { RegisterRecord } from '../../../server/journal/act.ts'
import { itemPowers } from './item-powers.ts'
import { items } from './items.ts'
import { departments } from './organisations.ts'
import { staff } from './staff.ts'
import { FIRST_STREET, streets } from './streets.ts'

const SINCE = '2025-06-01'
/** What one street has not been handed; its officers pass such cases on. */
const NOT_HANDED: Readonly<Record<string, readonly string[]>> = { SD: ['SW-002', 'WJ-001'], LJS: ['MZ-001'] }

/** Whether a street may act on an item. */
export const isHanded = (street: string, code: string): boolean => !NOT_HANDED[street]?.includes(code)

/** Items with their articles, what each street confirmed, who does what with whom, and who is called at a department. */
export function powers(): RegisterRecord[] {
  return [...powersOf(streets.map(({ id }) => id)), ...liaisons()]
}

/** The part of it that streets see when there are no others. */
export function powersOf(ids: readonly string[]): RegisterRecord[] {
  return [...items.map(item => itemRecord(item, ids)), ...ids.flatMap(id => [confirmation(id), ...duties(id)])]
}

function itemRecord(
  { code, name, domain, basis, mayCoerce }: (typeof items)[number],
  ids: readonly string[],
): RegisterRecord {
  const articles = basis.map(ref => ({ ref, from: null, to: null }))
  return put('enforcement-items', code, {
    ...{ name, domain, actType: mayCoerce ? 'coercion' : 'penalty', level: 'district', department: departmentOf(code) },
    ...{
      basis: articles,
      streets: ids.filter(street => isHanded(street, code)),
      tags: ['basic'],
    },
    ...{ penaltyRange: itemPowers[code]?.penaltyRange ?? null, benchmarkDmn: null },
    coercionBasis: (itemPowers[code]?.coercion ?? []).map(ref => ({ ref, from: null, to: null })),
    ...{ guideUrl: null, state: 'in-force', validFrom: SINCE, validTo: null },
  })
}

function confirmation(street: string): RegisterRecord {
  const codes = items.map(({ code }) => code).filter(code => isHanded(street, code))
  return put('empowerment-confirmations', `武昌赋权〔2025〕${streets.findIndex(({ id }) => id === street) + 1}号`, {
    ...{ street, department: 'WC-CG', items: codes, signedOn: SINCE, validTo: null, fileId: null, fileName: null },
  })
}

/** One duty of the street, one with which a department assists it. */
function duties(street: string): RegisterRecord[] {
  const days = { validFrom: SINCE, validTo: null }
  return [
    put('duty-lists', `${street}-B1`, {
      ...{ street, listType: 'basic', name: '市容环境日常巡查', department: null, itemCode: 'CG-001' },
      ...{ departmentDuty: null, streetDuty: '每日巡查，当场劝导，依法查处', ...days },
    }),
    put('duty-lists', `${street}-A1`, {
      ...{ street, listType: 'assist', name: '违法建设认定', department: 'WC-ZG', itemCode: 'ZG-001' },
      ...{ departmentDuty: '五个工作日内出具规划认定意见', streetDuty: '发现、制止并保全证据', ...days },
    }),
    ...(street === FIRST_STREET
      ? [
          put('duty-lists', `${street}-W1`, {
            ...{ street, listType: 'withdrawn', name: '燃气安全检查', department: 'WC-YJ', itemCode: null },
            ...{ departmentDuty: '由区级部门承担', streetDuty: null, ...days },
          }),
        ]
      : []),
  ]
}

function liaisons(): RegisterRecord[] {
  return departments.flatMap(([department]) =>
    staff
      .filter(({ groups }) => groups.includes(`dept-dispatcher@${department}`))
      .map(({ personId }, n) =>
        put('liaisons', `${department}.${personId}.${SINCE}`, {
          ...{ department, personId, standing: n === 0 ? 'main' : 'substitute' },
          ...{ phone: `027-0000${String(n + 1).padStart(4, '0')}`, validFrom: SINCE, validTo: null },
        }),
      ),
  )
}

const departmentOf = (code: string) => `WC-${code.split('-')[0]}`

function put(register: string, id: string, value: NonNullable<RegisterRecord['value']>): RegisterRecord {
  return { register, op: 'put', id, value }
}
