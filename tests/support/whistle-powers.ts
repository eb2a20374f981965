import type { RegisterRecord } from '../../server/journal/act.ts'

const SINCE = '2025-01-01'

/** Matters of these scenarios: the street's own, one it assists with, one that was taken back from it. */
export const matters = { own: 'CG-011', assisted: 'ZG-011', withdrawn: 'YJ-011' } as const

const put = (register: string, id: string, value: NonNullable<RegisterRecord['value']>): RegisterRecord => ({
  ...{ register, op: 'put', id, value },
})

const item = (code: string, name: string, streets: string[]) =>
  put('enforcement-items', code, {
    ...{ name, domain: '城市管理', actType: 'penalty', level: 'district', department: 'WC-CG', basis: [], streets },
    ...{ tags: [], penaltyRange: null, coercionBasis: [], benchmarkDmn: null, guideUrl: null, state: 'in-force' },
    ...{ validFrom: SINCE, validTo: null },
  })

const duty = (listType: string, itemCode: string, name: string) =>
  put('duty-lists', `LDJ-${itemCode}`, {
    ...{ street: 'LDJ', listType, name, department: 'WC-CG', itemCode, departmentDuty: null, streetDuty: null },
    ...{ validFrom: SINCE, validTo: null },
  })

/** What the street may do itself, what it assists with, and what was taken back from it. */
export const whistlePowers: readonly RegisterRecord[] = [
  item(matters.own, '餐饮油烟', ['LDJ']),
  item(matters.assisted, '违法建设认定', []),
  item(matters.withdrawn, '燃气安全检查', []),
  put('empowerment-confirmations', 'T-W-2025-1', {
    ...{ street: 'LDJ', department: 'WC-CG', items: [matters.own], signedOn: SINCE, validTo: null },
    ...{ fileId: null, fileName: null },
  }),
  duty('assist', matters.assisted, '违法建设认定'),
  duty('withdrawn', matters.withdrawn, '燃气安全检查'),
]
