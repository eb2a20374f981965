import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { certificateRecord, personRecords } from '../../server/identity/register-records.ts'
import { matterRecord } from '../../server/registers/certificate-matters.ts'
import { provinceReportRecord } from '../../server/registers/province-reports.ts'
import type { Office } from '../support/office.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

/** Requests on master data, each on somebody, or a certificate, of its own. */
export function registerRequests(
  office: Office,
  admin: Visitor,
): Readonly<Record<string, (accountId: string | undefined) => Promise<Asked>>> {
  let count = 0
  const appointments = [{ role: 'street-officer', org: 'LDJ-CEC', from: '2025-03-01' }]

  /** Somebody new, with an account and an open session. */
  async function colleague(hasAccount = true): Promise<string> {
    count += 1
    const personId = `colleague-${count}`
    const records = personRecords({
      ...{ personId, name: '新同事', appointments },
      ...(hasAccount && { accountId: personId }),
    })
    await office.app.enter(records, DEMO_PASSWORD)
    if (hasAccount) await signIn(office, personId)
    return personId
  }

  async function certificate(): Promise<string> {
    const personId = await colleague(false)
    const record = certificateRecord({
      ...{ personId, kind: 'enforcement', number: `1701${count}` },
      ...{ validFrom: '2025-01-01', validTo: '2029-12-31' },
    })
    await office.app.enter([record])
    return record.id
  }

  /** A report to a province that answers at once. */
  async function provinceReport(): Promise<string> {
    count += 1
    Object.assign(office.app.house, { province: { isOpen: true, send: async () => ({ state: 'sent' }) } })
    await office.app.enter([
      matterRecord(`M-${count}`, { kind: 'cancel', certNo: `1704${count}` }),
      provinceReportRecord(`R-${count}`, { matterId: `M-${count}`, state: 'listed', attempts: 0 }),
    ])
    return `R-${count}`
  }

  const link = async (personId: string) =>
    (await admin.json<{ token: string }>('POST', `/accounts/${personId}/invitation`, { reason: '忘记密码' })).token
  const reason = '按通知更改'
  const put = (path: string, body: unknown): Asked => ({ method: 'PUT', path, body })
  const patch = (path: string, body: unknown): Asked => ({ method: 'PATCH', path, body })
  const remove = (path: string): Asked => ({ method: 'DELETE', path })
  const newOrganisation = { name: '新机构', kind: 'department', parent: 'WC-GOV', entity: null }

  return {
    'POST /invitation': async () =>
      post('/invitation', { token: await link(await colleague()), password: 'harbour seven lantern' }),
    // The last row of the table: whoever asked signs in with another password from then on.
    'PUT /session/password': async () =>
      put('/session/password', { password: DEMO_PASSWORD, newPassword: 'harbour seven lantern' }),
    'POST /accounts': async () => {
      const personId = await colleague(false)
      return post('/accounts', { personId, accountId: personId })
    },
    'POST /accounts/{accountId}/invitation': async () => post(`/accounts/${await colleague()}/invitation`, { reason }),
    'PUT /accounts/{accountId}/state': async () =>
      put(`/accounts/${await colleague()}/state`, { state: 'locked', reason }),
    'GET /accounts/{accountId}/sessions': async () => get(`/accounts/${await colleague()}/sessions`),
    'DELETE /accounts/{accountId}/sessions': async () => remove(`/accounts/${await colleague()}/sessions`),
    'DELETE /accounts/{accountId}/sessions/{sessionId}': async () => {
      const accountId = await colleague()
      const { items } = await admin.json<{ items: { sessionId: string }[] }>('GET', `/accounts/${accountId}/sessions`)
      return remove(`/accounts/${accountId}/sessions/${items[0]?.sessionId}`)
    },
    'POST /personnel': async () => {
      count += 1
      return post('/personnel', { personId: `newcomer-${count}`, name: '新同事', appointments })
    },
    'GET /personnel/{personId}': async () => get(`/personnel/${await colleague(false)}`),
    'PATCH /personnel/{personId}': async () => patch(`/personnel/${await colleague(false)}`, { name: '改名', reason }),
    'GET /personnel/{personId}/history': async () => get(`/personnel/${await colleague(false)}/history`),
    'POST /personnel/{personId}/appointments': async () =>
      post(`/personnel/${await colleague(false)}/appointments`, {
        ...{ role: 'hearing-clerk', org: 'LDJ-PMO', from: '2026-11-24' },
      }),
    'PATCH /personnel/{personId}/appointments': async () => {
      const personId = await colleague(false)
      const appointmentId = `${personId}/street-officer@LDJ-CEC/2025-03-01`
      return patch(`/personnel/${personId}/appointments`, { appointmentId, to: '2026-12-31', isActing: false, reason })
    },
    'PUT /personnel/{personId}/qualification': async () =>
      put(`/personnel/${await colleague(false)}/qualification`, {
        ...{ number: 'A20204201060001', grantedOn: '2020-06-01', reviewerSince: null, exemption: null, reason },
      }),
    'POST /organisations': async () => {
      count += 1
      return post('/organisations', { orgId: `NEW-${count}`, ...newOrganisation })
    },
    'PATCH /organisations/{orgId}': async () => {
      count += 1
      return patch('/organisations/LDJ-PMO', {
        ...{ name: `公共管理办公室${count}`, kind: 'public-management-office', parent: 'LDJ', entity: 'LDJ', reason },
      })
    },
    'GET /organisations/{orgId}/history': async () => get('/organisations/LDJ/history'),
    'POST /certificates': async () => {
      const personId = await colleague(false)
      return post('/certificates', {
        ...{ personId, kind: 'enforcement', number: `1702${count}` },
        ...{ validFrom: '2025-01-01', validTo: '2029-12-31' },
      })
    },
    'PATCH /certificates/{certificateId}': async () =>
      patch(`/certificates/${await certificate()}`, { validFrom: '2025-01-01', validTo: '2028-12-31', reason }),
    'POST /certificates/{certificateId}/states': async () =>
      post(`/certificates/${await certificate()}/states`, {
        ...{ state: 'suspended', effectiveAt: '2026-11-24T01:00:00Z', reason },
      }),
    'POST /province-reports/{reportId}/attempts': async () =>
      post(`/province-reports/${await provinceReport()}/attempts`, {}),
    'POST /province-reports/{reportId}/answer': async () =>
      post(`/province-reports/${await provinceReport()}/answer`, { isAccepted: true, receiptNo: '回执1号' }),
    'GET /register-files/{register}': async () => get('/register-files/certificates'),
    'GET /registers/{register}/file': async () => get('/registers/transfers/file'),
    'POST /register-files/{register}': async () => {
      const personId = await colleague(false)
      return post('/register-files/certificates', {
        ...{ isDryRun: false },
        text: `人员编号,类别,证号,起始日,截止日\n${personId},行政执法证,1703${count},2025-01-01,2029-12-31\n`,
      })
    },
  }
}
