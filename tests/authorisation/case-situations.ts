import { POWERS } from '../support/case-office.ts'
import { filing } from '../support/filing.ts'
import type { Office } from '../support/office.ts'
import type { Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

/** Far above the numbers that other situations bring along. */
const FIRST_NUMBER = 'LDJ-PT-2026-50000'

/** Requests on registered cases; each act has a case of its own, handled by the handler and a colleague. */
export function caseRequests(
  office: Office,
  handler: Visitor,
): Readonly<Record<string, (accountId: string | undefined) => Promise<Asked>>> {
  const empowered = office.app.enter([...POWERS, { register: 'cases', op: 'put', id: FIRST_NUMBER, value: firstCase }])
  let shared: Promise<string> | undefined
  let documents = 0

  async function registered(): Promise<string> {
    await empowered
    const { caseNo } = await handler.json<{ caseNo: string }>('POST', '/cases', { variables: filing })
    return caseNo
  }
  const known = () => {
    shared ??= registered()
    return shared
  }
  const party = async () => {
    const { partyId } = await handler.json<{ partyId: string }>('GET', `/cases/${await known()}`)
    return partyId
  }
  /** The document of a registered case. */
  async function document(): Promise<string> {
    const caseNo = await known()
    documents += 1
    const docNo = `粮道街法审〔2020〕${documents}号`
    const kept = office.app.house.files.keep(new TextEncoder().encode(docNo))
    const about = { template: 'D19', docNo, series: 'LDJ-法审', year: 2020, number: documents, orgCode: 'LDJ', caseNo }
    const value = {
      ...about,
      ...kept,
      ...{ bizKey: null, processInstanceKey: null, round: null, jobKey: null, name: docNo },
    }
    await office.app.enter([{ register: 'documents', op: 'put', id: docNo, value }])
    return docNo
  }
  const { handlerIds: _, materials: __, title: ___, ...told } = filing
  const correction = { ...told, reason: '按营业执照更正' }
  return {
    'POST /cases': async () => {
      await empowered
      return post('/cases', { variables: filing })
    },
    'GET /cases/{caseNo}': async () => get(`/cases/${await known()}`),
    'GET /cases/{caseNo}/chronicle': async () => get(`/cases/${await known()}/chronicle`),
    'GET /case-forms/{form}': async () => get('/case-forms/register'),
    'POST /cases/{caseNo}/changes': async () =>
      post(`/cases/${await registered()}/changes`, {
        variables: { change: 'title', title: '占道洗车案', reason: '更正' },
      }),
    'PUT /cases/{caseNo}/handlers': async () => ({
      method: 'PUT',
      path: `/cases/${await registered()}/handlers`,
      body: { variables: { handlerIds: ['he-lichuan', 'ye-wanzhou'], reason: '工作调整' } },
    }),
    'POST /cases/{caseNo}/closing': async () =>
      post(`/cases/${await registered()}/closing`, {
        variables: { closeReason: 'terminated', closedOn: '2026-11-24', reason: '当事人死亡，没有承受人' },
      }),
    'POST /cases/{caseNo}/reviews': async () =>
      post(`/cases/${await registered()}/reviews`, { variables: { reviewType: 'penalty', stage: 'beforeDecision' } }),
    'GET /documents/{docNo}': async () => get(`/documents/${encodeURIComponent(await document())}`),
    'GET /parties/{partyId}': async () => get(`/parties/${await party()}`),
    'POST /parties/{partyId}/disclosure': async () =>
      post(`/parties/${await party()}/disclosure`, { reason: '制作送达回证' }),
    'PUT /parties/{partyId}': async () => ({
      method: 'PUT',
      path: `/parties/${await party()}`,
      body: { variables: partyIn(correction) },
    }),
  }
}

const PARTY = ['partyType', 'partyName', 'tradeName', 'idType', 'idCard', 'creditCode', 'partyAddress', 'partyPhone']
const partyIn = (values: Record<string, unknown>) =>
  Object.fromEntries([...PARTY, 'reason'].map(name => [name, values[name]]))

const firstCase = {
  ...{
    orgCode: 'LDJ',
    itemCode: 'T-CG-001',
    title: '占道经营案',
    source: 'other',
    place: null,
    discoveredOn: '2026-01-05',
  },
  ...{ conductFrom: '2026-01-05', conductTo: null, partyId: 'DSR-LDJ-0000000', facts: null, basis: null },
  ...{ proposedPenalty: null, hearingEndedOn: null, clause58: [] },
}
