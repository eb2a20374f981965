import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../../db/seed/desk.ts'
import { newClientToken } from '../../server/identity/clients.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { organisationRecord } from '../../server/identity/register-records.ts'
import { POWERS } from '../support/case-office.ts'
import { ITEM } from '../support/filing.ts'
import { filingForm, ruledTasks } from '../support/small-diagrams.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

const OFFICER = 'lin-shen'
const PARTY = { partyType: 'enterprise', partyName: '江城某公司', creditCode: '91420106MA4L0AB35B' }
/** A case of another street about the same item and party. */
const elsewhere = {
  ...{ orgCode: 'ZHL', itemCode: ITEM, title: '占道经营案', source: 'patrol', partyId: 'DSR-ZHL-1', place: null },
  ...{ discoveredOn: '2026-11-12', conductFrom: '2026-11-10', conductTo: '2026-11-19' },
  ...{ facts: null, basis: null, proposedPenalty: null, hearingEndedOn: null, clause58: [] },
}
const [item] = POWERS

/** An assessment by what was fined. */
const assessment = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
<bpmn:process id="monthly" isExecutable="true"><bpmn:extensionElements><zeebe:properties>
<zeebe:property name="caseType" value="assessment" /></zeebe:properties></bpmn:extensionElements>
<bpmn:startEvent id="s" /><bpmn:scriptTask id="score"><bpmn:extensionElements>
<zeebe:script expression="=finesTotal / cases" resultVariable="score" /></bpmn:extensionElements></bpmn:scriptTask>
<bpmn:endEvent id="e" /><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="score" /><bpmn:sequenceFlow id="b" sourceRef="score" targetRef="e" />
</bpmn:process></bpmn:definitions>`

let office: ZeebeOffice
let officer: Visitor
let admin: Visitor
const worker = newClientToken()
const publisher = newClientToken()
let count = 0
beforeAll(async () => {
  office = await openZeebeOffice({
    ZEEBE_PROFILE: 'office',
    ZEEBE_CLIENTS: `all=street-officer@LDJ-CEC:${worker.hash},pipeline=process-admin@WC-SFJ:${publisher.hash}`,
  })
  await office.app.enter([
    ...POWERS,
    { ...item!, value: { ...item!.value, coercionBasis: [{ ref: '行政强制法 第44条', from: null, to: null }] } },
    organisationRecord('ZHL', '中华路街道办事处', 'ZHL', { kind: 'subdistrict' }),
    { register: 'parties', op: 'put', id: 'DSR-ZHL-1', value: { ...PARTY, orgCode: 'ZHL', isEnterprise: true } },
    { register: 'cases', op: 'put', id: 'ZHL-PT-2026-00001', value: elsewhere },
  ])
  admin = await signIn(office, 'fang-yuangui')
  officer = await signIn(office, OFFICER)
  const bundle = new FormData()
  for (const [name, xml] of Object.entries(ruledTasks)) bundle.append('resources', new File([xml], `${name}.bpmn`))
  bundle.append('resources', new File([filingForm], 'do.form'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

/** A task of a case, and completing it on its page and by a program in the name of the same person. */
async function opened(diagram: string) {
  count += 1
  const caseNo = `LDJ-PT-2026-${String(60_000 + count)}`
  const desk = await openDesk(office.app, OFFICER, DEMO_PASSWORD)
  const instance = await desk.start(diagram, { caseNo, partyName: '江城某公司' })
  const key = office.app.house.tasks.openOf(instance)[0]!.userTaskKey
  const asClient = {
    authorization: `Bearer ${worker.token}`,
    'x-person-token': officer.cookie.replace('xf_session=', ''),
  }
  return {
    caseNo,
    async onPage(variables: object) {
      const answer = await officer.request('POST', `/user-tasks/${key}/completion`, { variables } as never)
      return answer.ok ? 'done' : ((await answer.json()) as { rule?: string }).rule
    },
    async byClient(variables: object) {
      const { status, body } = await office.rest('POST', `/user-tasks/${key}/completion`, { variables }, asClient)
      return status < 300 ? 'done' : /R-[A-Z0-9-]+[A-Z0-9]/.exec(JSON.stringify(body))?.[0]
    },
  }
}

describe('R-FIRST-FILED in a task that files a case', () => {
  const same = { itemCode: ITEM, creditCode: PARTY.creditCode, conductFrom: '2026-11-15', conductTo: '2026-11-20' }

  test('the body that filed the same conduct first has it: on the page, and for a program', async () => {
    const { onPage, byClient } = await opened('file-case')
    expect([await onPage(same), await byClient(same)]).toEqual(['R-FIRST-FILED', 'R-FIRST-FILED'])
    expect(await onPage({ ...same, verifySuggestion: 'transfer' })).toBe('done')
  })

  test('another conduct may be filed, by a program too', async () => {
    const { byClient } = await opened('file-case')
    expect(await byClient({ ...same, conductFrom: '2026-11-20', conductTo: '2026-11-21' })).toBe('done')
  })

  test('what the other body closed without effect bars nobody', async () => {
    const { onPage } = await opened('file-case')
    const closing = { register: 'case-closings', op: 'put' as const, id: 'ZHL-PT-2026-00001' }
    await office.app.enter([{ ...closing, value: { closeReason: 'notEstablished' } }])
    expect(await onPage(same)).toBe('done')
  })
})

test('R-NIGHT on the page, and for a program', async () => {
  const { caseNo, onPage, byClient } = await opened('execute')
  await office.app.enter([{ register: 'cases', op: 'put', id: caseNo, value: { ...elsewhere, orgCode: 'LDJ' } }])
  const atNight = { executeAt: '2026-11-23T23:30:00+08:00' }
  expect([await onPage(atNight), await byClient(atNight)]).toEqual(['R-NIGHT', 'R-NIGHT'])
  expect(await onPage({})).toBe('done')
})

test('R-SUBJECT, of coercion without an article that allows it, on the page and for a program', async () => {
  const { caseNo, onPage, byClient } = await opened('execute')
  const { onPage: unregistered } = await opened('inspect')
  expect(await unregistered({})).toBe('R-SUBJECT')
  await office.app.enter([item!, { register: 'cases', op: 'put', id: caseNo, value: { ...elsewhere, orgCode: 'LDJ' } }])
  expect([await onPage({}), await byClient({})]).toEqual(['R-SUBJECT', 'R-SUBJECT'])
})

test('R-NO-PENALTY-LINK when an administrator publishes, and when a program does', async () => {
  const bundle = () => {
    const form = new FormData()
    form.append('resources', new File([assessment], 'monthly.bpmn'))
    return form
  }
  const onPage = await admin.request('POST', '/deployments', bundle())
  expect([onPage.status, ((await onPage.json()) as { rule: string }).rule]).toEqual([403, 'R-NO-PENALTY-LINK'])
  const { status, body } = await office.rest('POST', '/deployments', bundle(), {
    authorization: `Bearer ${publisher.token}`,
  })
  expect(status).toBe(403)
  expect(JSON.stringify(body)).toContain('R-NO-PENALTY-LINK')
})
