import type { Block } from '../docx/blocks.ts'
import type { DocumentHead, Template } from './template.ts'

/** What is told of a certificate that is to be suspended or withdrawn, or was. */
export interface CertificateDisposalFacts {
  /** 暂扣 or 收回. */
  disposal: string
  holder: string
  org: string
  certNo: string
  /** What happened. */
  facts: string
  /** What the holder said to it, and whether it was accepted. */
  heard: string
  basis: string
  /** Working days in which the holder may be heard. */
  hearingDays: number
  /** From when it holds, as people read it; empty before it was decided. */
  effectiveAt: string
  /** Until when, of a suspension. */
  until: string
  approvalNo: string
}

/** Whose certificate was issued or cancelled, and why. */
export type CertificateLine = readonly [certNo: string, holder: string, org: string, reason: string]

/** What a month's summary holds. */
export interface CertificateSummaryFacts {
  /** `2026-09`. */
  month: string
  issued: readonly CertificateLine[]
  cancelled: readonly CertificateLine[]
}

const signed = ({ organName, date }: DocumentHead): Block[] => [
  { kind: 'text', text: organName, align: 'right' },
  { kind: 'text', text: `${date}（印章）`, align: 'right' },
]

/** D47b 证件暂扣（收回）告知书: what is proposed on which facts and basis, and until when the holder may be heard. */
export const certificateNotice: Template<CertificateDisposalFacts> = {
  ...{ id: 'D47b-notice', name: '证件处置告知书', numberFormat: 'certificate.notice-number', series: '证告' },
  write: (head, { disposal, holder, org, certNo, facts, basis, hearingDays }) => [
    { kind: 'title', text: `行政执法证件${disposal}告知书` },
    { kind: 'text', text: head.docNo, align: 'right' },
    { kind: 'text', text: `${holder}（${org}）：` },
    { kind: 'text', text: `拟${disposal}你持有的行政执法证件（${certNo}）。` },
    { kind: 'heading', text: '一、事实' },
    { kind: 'text', text: facts },
    { kind: 'heading', text: '二、依据' },
    { kind: 'text', text: basis },
    { kind: 'heading', text: '三、陈述权和期限' },
    {
      kind: 'text',
      text: `自收到本告知书之日起${hearingDays}个工作日内，你可以陈述和申辩；逾期不陈述的，不影响依法作出决定。`,
    },
    ...signed(head),
  ],
}

/** D47b 证件暂扣（收回）决定书: what was decided, on which facts and basis, and from when it holds. */
export const certificateDecision: Template<CertificateDisposalFacts> = {
  ...{ id: 'D47b-decision', name: '证件处置决定书', numberFormat: 'certificate.decision-number', series: '证决' },
  write: (head, { disposal, holder, org, certNo, facts, heard, basis, effectiveAt, until, approvalNo }) => [
    { kind: 'title', text: `行政执法证件${disposal}决定书` },
    { kind: 'text', text: head.docNo, align: 'right' },
    { kind: 'text', text: `${holder}（${org}）：` },
    { kind: 'heading', text: '一、事实' },
    { kind: 'text', text: facts },
    { kind: 'heading', text: '二、本人陈述和复核' },
    { kind: 'text', text: heard },
    { kind: 'heading', text: '三、依据和批准' },
    { kind: 'text', text: `${basis}。批准文号：${approvalNo}。` },
    { kind: 'heading', text: '四、决定' },
    { kind: 'text', text: `${disposal}你持有的行政执法证件（${certNo}），自${effectiveAt}起生效${until}。` },
    { kind: 'text', text: '请自收到本决定书之日起将证件交回；不服本决定的，可以依照有关规定申诉。' },
    ...signed(head),
  ],
}

/** D47 执法证件申领/注销汇总表: the month's certificates, as they are reported to the city and the province. */
export const certificateSummary: Template<CertificateSummaryFacts> = {
  ...{ id: 'D47', name: '执法证件申领、注销汇总表', numberFormat: 'certificate.summary-number', series: '证汇' },
  write: (head, { month, issued, cancelled }) => [
    { kind: 'title', text: `行政执法证件申领、注销汇总表（${month}）` },
    { kind: 'text', text: head.docNo, align: 'right' },
    { kind: 'heading', text: `一、申领（${issued.length}件）` },
    lines(issued),
    { kind: 'heading', text: `二、注销（${cancelled.length}件）` },
    lines(cancelled),
    ...signed(head),
  ],
}

function lines(rows: readonly CertificateLine[]): Block {
  if (rows.length === 0) return { kind: 'text', text: '无。' }
  return {
    ...{ kind: 'table', widths: [3, 2, 4, 3], header: ['证号', '持证人', '单位', '事由'] },
    rows: rows.map(row => [...row]),
  }
}
