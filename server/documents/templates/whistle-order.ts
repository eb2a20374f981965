import type { Block } from '../docx/blocks.ts'
import type { Template } from './template.ts'

/** What a whistle tells whom it calls. */
export interface WhistleOrderFacts {
  whistleId: string
  title: string
  level: string
  ground: string
  place: string
  problem: string
  items: string
  dutyBasis: string
  planned: string
  linkedCase: string
  approver: string
  called: readonly { name: string; role: string; task: string }[]
}

/** D36 吹哨派单: what is wrong where, who is called to do what, when to meet. */
export const whistleOrder: Template<WhistleOrderFacts> = {
  id: 'D36',
  name: '吹哨派单',
  numberFormat: 'whistle.document-number',
  series: '吹哨',
  write: ({ docNo, organName, date }, facts): Block[] => [
    { kind: 'title', text: '吹哨派单' },
    { kind: 'text', text: docNo, align: 'right' },
    {
      kind: 'table',
      widths: [2, 7],
      rows: [
        ['吹哨单号', facts.whistleId],
        ['事项', facts.title],
        ['类别', facts.level],
        ['吹哨理由', facts.ground],
        ['地点', facts.place],
        ['问题', facts.problem],
        ['涉及事项', facts.items],
        ['履职依据', facts.dutyBasis],
        ['约定到场', facts.planned],
        ['关联案件', facts.linkedCase],
        ['批准人', facts.approver],
      ],
    },
    { kind: 'heading', text: '责任单位' },
    {
      kind: 'table',
      widths: [4, 2, 6],
      header: ['单位', '职责', '任务'],
      rows: facts.called.map(({ name, role, task }) => [name, role, task]),
    },
    { kind: 'text', text: '请在规定时限内签收、联系、到场、处置并反馈；逾期由区领导小组办公室督办。' },
    { kind: 'text', text: organName, align: 'right' },
    { kind: 'text', text: `${date}（印章）`, align: 'right' },
  ],
}
