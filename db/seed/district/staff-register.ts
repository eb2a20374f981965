import type { RegisterRecord } from '../../../server/journal/act.ts'
import type { DemoPerson } from '../person-records.ts'

/** Who holds a certificate is on the establishment of his street or department; what cleans up every month compares the two. */
export function establishmentOf({ personId, groups: [group = ''], certificate }: DemoPerson): RegisterRecord[] {
  if (certificate === undefined) return []
  const body = group.slice(group.indexOf('@') + 1)
  const org = body.replace(/-(CEC|PMO|FIN)$/, '')
  const value = { org, staffing: 'civilServant', post: '执法岗', category: null, bornIn: null }
  return [
    {
      ...{ register: 'staff-register', op: 'put', id: personId },
      value: { ...value, validFrom: '2025-03-01', validTo: null },
    },
  ]
}
