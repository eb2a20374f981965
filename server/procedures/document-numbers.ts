import type { OfficeParameter } from '../registers/office-parameters.ts'

const format = (key: string, zh: string, en: string, value: string): OfficeParameter => ({
  ...{ key, name: { zh, en }, type: 'text', value, marks: ['to-verify'], basis: [] },
})

/** How the numbers (文号) of documents between offices read. */
export const documentNumbers: readonly OfficeParameter[] = [
  format(
    'dispute.negotiation-number',
    '管辖协商记录文号格式',
    'Number format of records of negotiation',
    '{street}协商〔{year}〕{n}号',
  ),
  format(
    'dispute.coordination-number',
    '执法协调意见书文号格式',
    'Number format of opinions on disputes',
    '武昌执协〔{year}〕{n}号',
  ),
  format(
    'dispute.designation-number',
    '指定管辖通知书文号格式',
    'Number format of designations',
    '武昌指管〔{year}〕{n}号',
  ),
  format(
    'preservation.notice-number',
    '先行登记保存证据通知书文号格式',
    'Number format of notices of preservation',
    '{street}登存〔{year}〕{n}号',
  ),
  format(
    'preservation.decision-number',
    '先行登记保存证据处理决定书文号格式',
    'Number format of decisions on preserved goods',
    '{street}登处〔{year}〕{n}号',
  ),
  format(
    'certificate.notice-number',
    '证件处置告知书文号格式',
    'Number format of notices on certificates',
    '武昌证告〔{year}〕{n}号',
  ),
  format(
    'certificate.decision-number',
    '证件处置决定书文号格式',
    'Number format of decisions on certificates',
    '武昌证决〔{year}〕{n}号',
  ),
  format(
    'certificate.summary-number',
    '证件汇总表编号格式',
    'Number format of summaries of certificates',
    '武昌证汇〔{year}〕{n}号',
  ),
  format(
    'transfer.letter-number',
    '案件移送函文号格式',
    'Number format of letters of transfer',
    '{street}案移〔{year}〕{n}号',
  ),
]
