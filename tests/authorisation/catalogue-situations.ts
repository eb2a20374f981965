import { organisationRecord } from '../../server/identity/register-records.ts'
import type { Office } from '../support/office.ts'
import { type Asked, get, post } from './asked.ts'

/** The requests on what the office may and must do, and on its parameters, each on a row of its own. */
export function catalogueRequests(office: Office): Readonly<Record<string, () => Promise<Asked>>> {
  let count = 0
  const row = () => {
    count += 1
    return {
      ...{
        dutyId: `LDJ-${count}`,
        street: 'LDJ',
        listType: 'basic',
        name: '日常巡查',
        department: null,
        itemCode: null,
      },
      ...{ departmentDuty: null, streetDuty: null, validFrom: '2026-01-01', validTo: null },
    }
  }
  /** A duty that is there, its id. */
  async function duty(): Promise<string> {
    const { dutyId, ...value } = row()
    await office.app.enter([{ register: 'duty-lists', op: 'put', id: dutyId, value }])
    return dutyId
  }

  return {
    'GET /catalogue/{register}': async () => get('/catalogue/duty-lists'),
    'POST /catalogue/{register}': async () => post('/catalogue/duty-lists', { row: row() }),
    'GET /catalogue/{register}/{id}': async () => get(`/catalogue/duty-lists/${await duty()}`),
    'PUT /catalogue/{register}/{id}': async () => ({
      ...{ method: 'PUT', path: `/catalogue/duty-lists/${await duty()}` },
      body: { row: { name: '夜间巡查' }, reason: '清单调整' },
    }),
    'GET /catalogue/{register}/{id}/history': async () => get(`/catalogue/duty-lists/${await duty()}/history`),
    'GET /office-parameters/{key}': async () => get('/office-parameters/committee.least-members'),
    'PUT /office-parameters/{key}': async () => ({
      ...{ method: 'PUT', path: '/office-parameters/committee.least-members' },
      body: { value: 4, effectiveFrom: '2026-11-24', reason: '本区规定' },
    }),
    'POST /organisations/{orgId}/dissolution': async () => {
      count += 1
      const orgId = `OLD-${count}`
      await office.app.enter([organisationRecord(orgId, '旧机构', orgId, { parent: 'WC-GOV', kind: 'department' })])
      return post(`/organisations/${orgId}/dissolution`, {
        ...{ from: '2026-12-01', successor: null, reason: '机构改革' },
      })
    },
  }
}
