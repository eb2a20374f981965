import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn } from '../../../tests/support/visitor.ts'
import { parseCsv } from '../register-files/csv.ts'
import { COMPUTED, cooperationRegisters } from './register-fields.testing.ts'

const registers: typeof cooperationRegisters = {
  ...cooperationRegisters,
  certificates: {
    ...{ table: 'certificate', file: '/register-files/certificates' },
    fields: {
      certificate_id: [null, COMPUTED],
      person_id: ['人员编号', 'cert-issue.apply#personId'],
      kind: ['类别', 'cert-issue.apply#certType'],
      number: ['证号', 'cert-issue.issue#certNo'],
      valid_from: ['起始日', 'cert-issue.issue#validFrom'],
      valid_to: ['截止日', 'cert-issue.issue#validTo'],
    },
  },
  'certificate-matters': {
    ...{ table: 'certificate_matter', file: '/registers/certificate-matters/file' },
    fields: {
      matter_id: ['事项编号', COMPUTED],
      process_instance_key: [null, COMPUTED],
      kind: ['事项', 'cert-issue.apply#bizType'],
      cert_type: ['证件种类', 'cert-issue.apply#certType'],
      cert_no: ['证号', 'cert-issue.issue#certNo'],
      old_cert_no: ['旧证号', 'cert-issue.apply#oldCertNo'],
      holder_id: ['持证人', 'cert-issue.apply#personId'],
      org: ['单位', COMPUTED],
      reason_code: ['事由', 'cert-revoke.propose#reasonCode'],
      batch_id: ['批次', COMPUTED],
      doc_no: ['文号', 'cert-revoke.approve-disposal#docNo'],
      effective_at: ['生效', COMPUTED],
      suspend_until: ['暂扣至', 'cert-revoke.propose#suspendUntil'],
      retrain: ['须复训', 'cert-revoke.propose#retrain'],
      collected: ['证件去向', 'cert-revoke.collect-card!collected'],
      reported_at: ['报省', COMPUTED],
      outcome: ['结果', COMPUTED],
      outcome_reason: ['结果说明', COMPUTED],
      begun_at: ['开始', COMPUTED],
      ended_at: ['办结', COMPUTED],
    },
  },
  'evidence-defects': {
    ...{ table: 'evidence_defect', file: '/registers/evidence-defects/file' },
    fields: {
      ...{ defect_id: [null, COMPUTED], user_task_key: [null, COMPUTED], process_instance_key: [null, COMPUTED] },
      ...{ process_definition_key: [null, COMPUTED], entity: [null, COMPUTED], acted_seq: [null, COMPUTED] },
      person_id: ['人员', COMPUTED],
      certificate_id: ['证号', COMPUTED],
      certificate_state: ['当时证件状态', COMPUTED],
      case_no: ['案号', COMPUTED],
      element_id: ['环节', COMPUTED],
      part: ['怎样参与', COMPUTED],
      acted_at: ['行为时间', COMPUTED],
      found_at: ['发现时间', COMPUTED],
      state: ['认定', 'entered'],
      assessed_by: ['认定人', COMPUTED],
      assessed_at: ['认定时间', COMPUTED],
      note: ['说明', 'entered'],
    },
  },
  liaisons: {
    ...{ table: 'liaison', file: '/register-files/liaisons' },
    fields: {
      liaison_id: [null, COMPUTED],
      department: ['部门', 'entered'],
      person_id: ['人员编号', 'entered'],
      standing: ['身份', 'entered'],
      phone: ['联系电话', 'entered'],
      valid_from: ['起始日', 'entered'],
      valid_to: ['截止日', 'entered'],
    },
  },
  'preserved-goods': {
    ...{ table: 'preserved_good', file: '/registers/preserved-goods/file' },
    fields: {
      ...{ good_id: [null, COMPUTED], process_instance_key: [null, COMPUTED], position: [null, COMPUTED] },
      begun_at: [null, COMPUTED],
      preservation_id: ['登记保存编号', COMPUTED],
      case_no: ['案号', 'evidence-preservation.start#caseNo'],
      org: ['单位', COMPUTED],
      name: ['物品', 'evidence-preservation.request-preservation#name'],
      quantity: ['数量', 'evidence-preservation.request-preservation#quantity'],
      spec: ['规格', 'evidence-preservation.request-preservation#spec'],
      place: ['保存地点', 'evidence-preservation.request-preservation#preservePlace'],
      reason: ['理由', 'evidence-preservation.request-preservation#preserveReason'],
      executed_at: ['登记保存时间', 'evidence-preservation.execute-preservation#executedAt'],
      list_no: ['通知书', COMPUTED],
      way: ['处理', 'evidence-preservation.dispose-items#way'],
      basis: ['依据', 'evidence-preservation.dispose-items#disposalBasis'],
      moved_to: ['去向', 'evidence-preservation.dispose-items#movedTo'],
      return_due_at: ['应送回日', 'evidence-preservation.dispose-items#returnDueAt'],
      decision_no: ['决定书', COMPUTED],
      decided_at: ['决定时间', COMPUTED],
      served_at: ['送达时间', 'evidence-preservation.serve-d11#servedAt'],
      served_how: ['送达方式', 'evidence-preservation.serve-d11#serveMethod'],
      returned_at: ['交还时间', 'evidence-preservation.hand-over#handOverAt'],
      receiver: ['接收人', 'evidence-preservation.hand-over#handOverReceiver'],
      lapsed_at: ['失效时间', COMPUTED],
    },
  },
  'province-reports': {
    ...{ table: 'province_report', file: '/registers/province-reports/file' },
    fields: {
      report_id: [null, COMPUTED],
      matter_id: ['事项编号', COMPUTED],
      cert_no: ['证号', COMPUTED],
      state: ['状态', COMPUTED],
      attempts: ['次数', COMPUTED],
      error: ['说明', COMPUTED],
      sent_at: ['报送', COMPUTED],
      answered_at: ['答复', COMPUTED],
      receipt_no: ['回执号', 'entered'],
      note: ['说明', 'entered'],
      entered_by: ['登记人', COMPUTED],
      begun_at: ['列入', COMPUTED],
    },
  },
}

/** Keys of fields, and of buttons, of every shipped form: `cert-issue.apply#personId`, `cert-revoke.collect-card!collected`. */
function formFields(): Set<string> {
  const procedures = readdirSync('workflows', { withFileTypes: true }).filter(entry => entry.isDirectory())
  return new Set(
    procedures.flatMap(({ name: id }) => {
      const files = readdirSync(`workflows/${id}`)
      const fields = files.flatMap(file => {
        if (!file.endsWith('.form')) return []
        const text = readFileSync(`workflows/${id}/${file}`, 'utf8')
        return [...text.matchAll(/"key": "(\w+)"/g)].map(([, key]) => `${id}.${file.replace('.form', '')}#${key}`)
      })
      const diagram = files.includes(`${id}.bpmn`) ? readFileSync(`workflows/${id}/${id}.bpmn`, 'utf8') : ''
      const tasks = [...diagram.matchAll(/<bpmn:userTask id="([^"]+)".*?<\/bpmn:userTask>/gs)]
      const buttons = tasks.flatMap(([task, element]) =>
        [...task.matchAll(/key="actions" value="(\w+)=/g)].map(([, field]) => `${id}.${element}!${field}`),
      )
      return [...fields, ...buttons]
    }),
  )
}

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

function columnsOf(table: string): string[] {
  const columns = office.app.house.db.writer.pragma(`table_info(${table})`) as { name: string }[]
  return columns.map(({ name }) => name)
}

/** Officers are put together from the registers of people, certificates and training. */
async function officerFields(): Promise<string[]> {
  const auditor = await signIn(office, 'gu-xingzhi')
  const { items } = await auditor.json<{ items: object[] }>('GET', '/officers?limit=1')
  return Object.keys(items[0] ?? {})
}

describe.each(Object.entries(registers))('%s', (_, { table, file, fields }) => {
  test('every column is accounted for', async () => {
    const columns = table === undefined ? await officerFields() : columnsOf(table)
    expect(Object.keys(fields).sort()).toEqual(columns.sort())
  })

  test('each comes from a form, is computed, or entered by its keeper', () => {
    const known = formFields()
    const sources = Object.values(fields).map(([, from]) => from)
    expect(sources.filter(from => /[#!]/.test(from) && !known.has(from))).toEqual([])
  })

  test('each leaves with the file', async () => {
    const auditor = await signIn(office, 'gu-xingzhi')
    const [heading] = parseCsv(await (await auditor.request('GET', file)).text())
    const wanted = Object.values(fields).flatMap(([name]) => name ?? [])
    expect(wanted.filter(name => !heading?.cells.includes(name))).toEqual([])
  })
})
