import type { Block } from '../docx/blocks.ts'
import type { Template } from './template.ts'

/** What the two documents about goods kept as evidence tell. */
export interface PreservationFacts {
  caseNo: string
  title: string
  party: string
  reason: string
  place: string
  /** Last office day on which a decision has to be made, in Chinese. */
  until: string
  goods: readonly { name: string; quantity: string; spec: string; way: string; movedTo: string }[]
  /** Number of the notice that the decision follows; empty in the notice itself. */
  noticeNo: string
  basis: string
}

const RIGHTS =
  '如对本决定不服，可以自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。'

/** D10 先行登记保存证据通知书, with the list of what is kept. */
export const preservationNotice: Template<PreservationFacts> = {
  basis: ['行政处罚法 第56条'],
  ...{ id: 'D10', name: '先行登记保存证据通知书', numberFormat: 'preservation.notice-number', series: '登存' },
  write: ({ docNo, organName, date }, facts): Block[] => [
    { kind: 'title', text: '先行登记保存证据通知书' },
    { kind: 'text', text: docNo, align: 'right' },
    { kind: 'text', text: `${facts.party || '当事人'}：` },
    {
      kind: 'text',
      text: `因${facts.title}一案（${facts.caseNo}）调查取证需要，${facts.reason}，依照《中华人民共和国行政处罚法》第五十六条，对下列物品先行登记保存。`,
    },
    { kind: 'text', text: `保存地点：${facts.place}。保存期限：七个工作日，至${facts.until}止。` },
    { kind: 'text', text: '在此期间，当事人或者有关人员不得销毁或者转移证据。' },
    { kind: 'heading', text: '物品清单' },
    listOf(facts, ['名称', '数量', '规格、特征'], ({ name, quantity, spec }) => [name, quantity, spec || '—']),
    ...signed(organName, date),
    { kind: 'text', text: '当事人签名：　　　　　执法人员签名：　　　　　　　　　　日期：' },
  ],
}

/** D11 先行登记保存证据处理决定书: what becomes of each thing. */
export const preservationDecision: Template<PreservationFacts> = {
  basis: ['行政处罚法 第56条'],
  ...{ id: 'D11', name: '先行登记保存证据处理决定书', numberFormat: 'preservation.decision-number', series: '登处' },
  write: ({ docNo, organName, date }, facts): Block[] => [
    { kind: 'title', text: '先行登记保存证据处理决定书' },
    { kind: 'text', text: docNo, align: 'right' },
    { kind: 'text', text: `${facts.party || '当事人'}：` },
    {
      kind: 'text',
      text: `${facts.title}一案（${facts.caseNo}）中以${facts.noticeNo || '先行登记保存证据通知书'}登记保存的物品，依照《中华人民共和国行政处罚法》第五十六条，决定处理如下。`,
    },
    { kind: 'heading', text: '逐物处理' },
    listOf(facts, ['名称', '数量', '处理', '去向'], ({ name, quantity, way, movedTo }) => [
      ...[name, quantity, way, movedTo || '—'],
    ]),
    { kind: 'text', text: `处理依据：${facts.basis}` },
    { kind: 'text', text: RIGHTS },
    ...signed(organName, date),
  ],
}

type Good = PreservationFacts['goods'][number]

function listOf({ goods }: PreservationFacts, heads: string[], cells: (good: Good) => string[]): Block {
  const rows = goods.map((good, index) => [String(index + 1), ...cells(good)])
  return { kind: 'table', widths: [1, ...heads.map(() => 3)], header: ['序号', ...heads], rows }
}

const signed = (organName: string, date: string): Block[] => [
  { kind: 'text', text: organName, align: 'right' },
  { kind: 'text', text: `${date}（印章）`, align: 'right' },
]
