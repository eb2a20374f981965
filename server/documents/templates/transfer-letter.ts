import type { Block } from '../docx/blocks.ts'
import type { Template } from './template.ts'

/** What a letter of transfer tells. */
export interface TransferLetterFacts {
  caseNo: string
  title: string
  from: string
  to: string
  items: string
  reason: string
  basis: string
  /** Whether the violation was ordered to stop, and how. */
  stopped: string
  informed: string
  materials: readonly (readonly [kind: string, name: string])[]
  goods: readonly (readonly string[])[]
}

/** D41 案件移送函, with the lists of papers and goods and the receipt that both sides sign. */
export const transferLetter: Template<TransferLetterFacts> = {
  ...{ id: 'D41', name: '案件移送函', numberFormat: 'transfer.letter-number', series: '案移' },
  write: ({ docNo, organName, date }, facts): Block[] => [
    { kind: 'title', text: '案件移送函' },
    { kind: 'text', text: docNo, align: 'right' },
    { kind: 'text', text: `${facts.to}：` },
    { kind: 'text', text: `${facts.title}一案（${facts.caseNo}），经审查应由你单位办理，现移送你单位。` },
    { kind: 'heading', text: '一、移送理由和依据' },
    { kind: 'text', text: `${facts.reason}依据：${facts.basis}。涉及事项：${facts.items}。` },
    { kind: 'heading', text: '二、责令停止和告知情况' },
    { kind: 'text', text: `${facts.stopped}${facts.informed}` },
    { kind: 'heading', text: '三、材料清单' },
    {
      kind: 'table',
      widths: [1, 3, 6],
      header: ['序号', '种类', '名称'],
      rows: facts.materials.map(([type, name], index) => [String(index + 1), type, name]),
    },
    { kind: 'heading', text: '四、物品清单' },
    ...goodsOf(facts),
    { kind: 'text', text: organName, align: 'right' },
    { kind: 'text', text: `${date}（印章）`, align: 'right' },
    { kind: 'heading', text: '回执' },
    { kind: 'text', text: '上列材料、物品已逐件清点。移送人签名：　　　　　接收人签名：　　　　　日期：' },
  ],
}

function goodsOf({ goods }: TransferLetterFacts): Block[] {
  if (goods.length === 0) return [{ kind: 'text', text: '没有涉案物品。' }]
  const header = ['序号', '名称、规格', '数量', '采取的措施', '措施到期日', '处理']
  const rows = goods.map((row, index) => [String(index + 1), ...row])
  return [{ kind: 'table', widths: [1, 3, 2, 2, 2, 2], header, rows }]
}
