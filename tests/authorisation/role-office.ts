import { filledForms } from '../../db/seed/filled-forms.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { organisationRecord, personRecords } from '../../server/identity/register-records.ts'
import { type Office, openOffice } from '../support/office.ts'
import { signIn, type Visitor } from '../support/visitor.ts'

/** An office with one legal review in each of two streets, which wait at their first review. */
export interface RoleOffice {
  office: Office
  /** Instances of the street `LDJ` and of `ZHL`. */
  instances: { own: string; other: string }
  /** The open task of the former. */
  task: string
  /** Somebody appointed to the role at an organisation, signed in. */
  holderOf(role: string, org: string): Promise<Visitor>
  close(): Promise<void>
}

/** The name every party of these cases bears. */
export const PARTY = '沿阶小馆'

const bodies: readonly Parameters<typeof organisationRecord>[] = [
  ['ZHL', '中华路街道办事处', 'ZHL', { parent: 'WC-GOV', kind: 'subdistrict' }],
  ['ZHL-CEC', '中华路街道综合执法中心', 'ZHL', { parent: 'ZHL', kind: 'enforcement-centre' }],
  ['WC-LG', '领导小组办公室', 'WC-LG', { parent: 'WC-GOV', kind: 'leading-group' }],
  ...['WC-BB', 'WC-CZ', 'WC-ZSJ'].map(
    id => [id, `部门 ${id}`, id, { parent: 'WC-GOV', kind: 'department' }] as Parameters<typeof organisationRecord>,
  ),
  ...['WC-GA', 'WC-JCY', 'WC-FY', 'WC-JW'].map(
    id => [id, `机关 ${id}`, id, { parent: 'WC-GOV', kind: 'judicial' }] as Parameters<typeof organisationRecord>,
  ),
  ['WH-SFJ', '市司法局', 'WH-SFJ', { kind: 'superior' }],
  ['HB-SFT', '省司法厅', 'HB-SFT', { kind: 'superior' }],
]

/** Opens it. */
export async function openRoleOffice(): Promise<RoleOffice> {
  const office = await openOffice()
  const appointments = [{ role: 'street-officer', org: 'ZHL-CEC', from: '2025-03-01' }]
  const officer = { personId: 'officer-zhl', name: '外街承办', accountId: 'officer-zhl', appointments }
  const certificate = { personId: 'officer-zhl', kind: 'enforcement', number: 'ZHL-1' }
  await office.app.enter(
    [
      ...bodies.map(body => organisationRecord(...body)),
      ...personRecords(officer),
      {
        ...{ register: 'certificates', op: 'put', id: 'enforcement-ZHL-1' },
        value: { ...certificate, validFrom: '2025-01-01', validTo: '2029-12-31' },
      },
    ],
    DEMO_PASSWORD,
  )
  const own = await startReview(await signIn(office, 'lin-shen'), 'LDJ-PT-2026-00801')
  const other = await startReview(await signIn(office, 'officer-zhl'), 'ZHL-PT-2026-00801')
  const variables = filledForms.submit!(await office.caseFiles())
  const lin = await signIn(office, 'lin-shen')
  await lin.request('POST', `/user-tasks/${await onlyTask(lin, own)}/completion`, { variables })
  return {
    office,
    instances: { own, other },
    task: await onlyTask(lin, own),
    async holderOf(role, org) {
      const id = `holder-of-${role}`
      const records = { personId: id, name: '任职者', accountId: id, appointments: [{ role, org, from: '2025-03-01' }] }
      await office.app.enter(personRecords(records), DEMO_PASSWORD)
      return signIn(office, id)
    },
    close: () => office.close(),
  }
}

async function startReview(who: Visitor, caseNo: string): Promise<string> {
  const variables = {
    ...{ caseNo, caseTitle: '占道经营案', partyName: PARTY, reviewType: 'penalty', stage: 'beforeDecision' },
    handlerIds: [],
  }
  const answer = await who.request('POST', '/process-instances', { processDefinitionId: 'legal-review', variables })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { processInstanceKey: string }).processInstanceKey
}

async function onlyTask(who: Visitor, instance: string): Promise<string> {
  const { openTasks } = await who.json<{ openTasks: { userTaskKey: string }[] }>(
    'GET',
    `/process-instances/${instance}`,
  )
  return openTasks[0]!.userTaskKey
}
