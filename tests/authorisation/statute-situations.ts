import { marketOrder } from '../../server/statutes/text/market-order.fixture.ts'
import type { Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

const days = { promulgatedOn: '2024-05-06', inForceFrom: '2024-07-01', inForceTo: null }
const PENALTY_LAW = `/statutes/${encodeURIComponent('行政处罚法')}`

/** The requests on the laws of the office. */
export function statuteRequests(admin: Visitor): Readonly<Record<string, () => Promise<Asked>>> {
  let count = 0
  const file = () => {
    count += 1
    const name = `演示条例${count}`
    return { ...days, fileName: `${count}.md`, text: marketOrder.replace('演示集市管理条例', name), name, title: name }
  }
  const imported = async () => (await admin.json<{ textId: string }>('POST', '/statutes', file())).textId
  return {
    'GET /statutes/{name}': async () => get(PENALTY_LAW),
    'GET /statutes/{name}/impact': async () => get(`${PENALTY_LAW}/impact`),
    'GET /statutes/{name}/history': async () => get(`${PENALTY_LAW}/history`),
    'POST /statute-readings': async () => post('/statute-readings', { text: marketOrder }),
    'POST /statutes': async () => post('/statutes', file()),
    'PATCH /statute-texts/{textId}': async () => ({
      method: 'PATCH',
      path: `/statute-texts/${await imported()}`,
      body: { ...days, inForceTo: '2025-12-31', reason: '公告更正' },
    }),
    'POST /statute-texts/{textId}/removal': async () =>
      post(`/statute-texts/${await imported()}/removal`, { reason: '误导入' }),
  }
}
