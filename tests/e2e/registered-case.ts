import { filing, ITEM } from '../support/filing.ts'
import type { Seat } from './seat.ts'

/** A case that an officer registers on an item the administrator has empowered the street to. */
export async function registerCase(admin: Seat, officer: Seat): Promise<{ caseNo: string; partyId: string }> {
  const item = { itemCode: ITEM, name: '占道经营', domain: '市容环卫', actType: 'penalty', level: 'district' }
  const basis = [{ ref: '武汉市市容条例 第20条', from: '2020-01-01', to: null }]
  const validity = { state: 'in-force', validFrom: '2025-01-01', validTo: null }
  await admin.ask('POST', '/catalogue/enforcement-items', {
    row: { ...item, basis, streets: ['LDJ'], tags: ['basic'], department: null, guideUrl: null, ...validity },
  })
  await admin.ask('POST', '/catalogue/empowerment-confirmations', {
    row: { docNo: '武赋确〔2025〕9号', street: 'LDJ', department: null, items: [ITEM], signedOn: '2025-01-01' },
  })
  const registered = await officer.ask<{ caseNo: string }>('POST', '/cases', { variables: filing })
  const { caseNo } = registered.body
  const { body } = await officer.ask<{ partyId: string }>('GET', `/cases/${caseNo}`)
  return { caseNo, partyId: body.partyId }
}
