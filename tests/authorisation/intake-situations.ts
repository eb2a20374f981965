import type { Office } from '../support/office.ts'
import { type Asked, get, post } from './asked.ts'

/** The requests on what programs outside hand in. */
export function intakeRequests(office: Office): Readonly<Record<string, () => Promise<Asked>>> {
  let clients = 0
  const newClient = () => {
    clients += 1
    return { clientId: `client-${clients}`, name: '热线', source: 'hotline12345' }
  }
  return {
    'POST /intake': async () =>
      post('/intake', {
        ...{ sourceId: 'S-1', org: 'LDJ', title: '油烟', problem: '油烟扰民' },
        receivedAt: '2026-11-24T09:00:00+08:00',
      }),
    'GET /intake-matters': async () => get('/intake-matters'),
    'GET /intake-clients': async () => get('/intake-clients'),
    'POST /intake-clients': async () => post('/intake-clients', newClient()),
    'POST /intake-clients/{clientId}/revocation': async () => {
      const client = newClient()
      await (await office.desk('fang-yuangui')).send('POST', '/intake-clients', client)
      return post(`/intake-clients/${client.clientId}/revocation`, { reason: '更换系统' })
    },
  }
}
