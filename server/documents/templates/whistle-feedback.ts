import type { Block } from '../docx/blocks.ts'
import type { Template } from './template.ts'

/** What a body that was called did, as the register has it. */
export interface ToldBranch {
  name: string
  role: string
  signedAt: string
  arrivedAt: string
  people: string
  certificates: string
  measures: string
  result: string
}

/** What a feedback tells. */
export interface WhistleFeedbackFacts {
  whistleId: string
  title: string
  orderNo: string
  round: string
  resolved: string
  text: string
  remainder: string
  branches: readonly ToldBranch[]
}

/** D37 报到反馈单: who signed, came and did what, and what is left. */
export const whistleFeedback: Template<WhistleFeedbackFacts> = {
  id: 'D37',
  name: '报到反馈单',
  numberFormat: 'whistle.feedback-number',
  series: '报到',
  write: ({ docNo, organName, date }, facts): Block[] => [
    { kind: 'title', text: '报到反馈单' },
    { kind: 'text', text: docNo, align: 'right' },
    {
      kind: 'table',
      widths: [2, 7],
      rows: [
        ['吹哨单号', facts.whistleId],
        ['派单文号', facts.orderNo],
        ['事项', facts.title],
        ['反馈次数', facts.round],
        ['是否解决', facts.resolved],
        ['反馈内容', facts.text],
        ['遗留问题', facts.remainder],
      ],
    },
    { kind: 'heading', text: '各单位到场与处置' },
    {
      kind: 'table',
      widths: [3, 1, 2, 2, 2, 2, 3],
      header: ['单位', '职责', '签收', '到场', '到场人员', '证号', '处置'],
      rows: facts.branches.map(told => [
        ...[told.name, told.role, told.signedAt, told.arrivedAt, told.people, told.certificates],
        [told.measures, told.result].filter(text => text !== '').join('：'),
      ]),
    },
    { kind: 'text', text: `致：${organName}`, align: 'right' },
    { kind: 'text', text: `${date}（印章）`, align: 'right' },
  ],
}
