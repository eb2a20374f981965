import type { Json } from '../../server/engine/index.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { filing, ITEM } from './filing.ts'
import { type Office, openOffice } from './office.ts'
import { signIn, type Visitor } from './visitor.ts'

/** An officer of the street whose certificate is suspended. */
export const SUSPENDED = 'su-jingxing'

/** An office whose street is empowered to one item, with what a case is registered with. */
export interface CaseOffice extends Office {
  visitor(personId: string): Promise<Visitor>
  /** Registers a case and says its number. */
  registered(values?: Record<string, Json>, by?: string, more?: object): Promise<string>
}

/** Opens it. */
export async function openCaseOffice(): Promise<CaseOffice> {
  const office = await openOffice()
  await office.app.enter(POWERS)
  const visitors = new Map<string, Promise<Visitor>>()
  const visitor = (personId: string) => {
    const known = visitors.get(personId) ?? signIn(office, personId)
    visitors.set(personId, known)
    return known
  }
  return {
    ...office,
    visitor,
    async registered(values = {}, by = 'lin-shen', more = {}) {
      const body = { variables: { ...filing, ...values }, ...more }
      const answer = await (await visitor(by)).request('POST', '/cases', body)
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as { caseNo: string }).caseNo
    },
  }
}

/** An item with the confirmation of one street, and a second street without any. */
export const POWERS: readonly RegisterRecord[] = [
  {
    ...{ register: 'enforcement-items', op: 'put' as const, id: ITEM },
    value: {
      ...{
        name: '占道经营',
        domain: '城市管理',
        actType: 'penalty',
        level: 'city',
        department: 'WC-CG',
        guideUrl: null,
      },
      ...{ basis: [], streets: ['LDJ'], tags: [], state: 'in-force', validFrom: '2025-01-01', validTo: null },
    },
  },
  {
    ...{ register: 'empowerment-confirmations', op: 'put' as const, id: 'T-2025-1' },
    value: {
      ...{ street: 'LDJ', department: 'WC-CG', items: [ITEM], signedOn: '2025-01-01', validTo: null },
      ...{ fileId: null, fileName: null },
    },
  },
  {
    ...{ register: 'certificate-states', op: 'put' as const, id: 'enforcement-E420106-0415/2026-10-01T00:00:00.000Z' },
    value: {
      ...{ certificateId: 'enforcement-E420106-0415', personId: SUSPENDED, state: 'suspended' },
      ...{ effectiveAt: '2026-10-01T00:00:00.000Z', reason: '考核不合格' },
    },
  },
]
