import { officeTime } from '../../clock/office-time.ts'
import type { Language } from '../language.ts'
import type { DisputeJson, TransferJson } from './schemas.ts'

type Heading = Record<Language, string[]>
type Cells = (string | null | undefined)[]

export const TRANSFER_HEADING: Heading = {
  zh: [
    ...['移送单号', '第几次', '案号', '案由', '移送方', '接收方', '紧急', '事项', '责令停止', '已告知', '材料件数'],
    ...['物品', '移送函', '送达', '签收', '处理', '退回理由', '物品交接', '立案', '接收方案号', '结果', '结果日期'],
    ...['认定时间', '移送理由', '移送依据', '接收的事项', '结束', '原因', '登记', '办结'],
  ],
  en: [
    ...['Transfer', 'Time', 'Case', 'Subject', 'From', 'To', 'Urgent', 'Matters', 'Ordered to stop', 'Told', 'Papers'],
    ...['Goods', 'Letter', 'Delivered', 'Signed', 'Decision', 'Why returned', 'Goods handed over', 'Filed'],
    ...['Their case', 'Result', 'Day of the result', 'Found to be theirs', 'Reason', 'Basis', 'Matters accepted'],
    ...['Ended', 'Why', 'Entered', 'Closed'],
  ],
}

export const DISPUTE_HEADING: Heading = {
  zh: [
    ...[
      '争议编号',
      '案号',
      '争议',
      '类型',
      '发生之日',
      '提出方',
      '其他各方',
      '争议事项',
      '意见',
      '由谁办理',
      '起因单号',
    ],
    ...[
      '协商意见',
      '各方答复',
      '议定或者指定理由',
      '先行处置',
      '有权指定的机关',
      '上级文书日期',
      '文书',
      '结束',
      '原因',
      '登记',
      '办结',
    ],
  ],
  en: [
    ...[
      'Dispute',
      'Case',
      'Subject',
      'Kind',
      'Arose',
      'Applicant',
      'Other parties',
      'Issue',
      'Conclusion',
      'Competent',
    ],
    ...['Arose from', 'Positions', 'Answers', 'Why decided so', 'Who acts meanwhile', 'Whose it is to designate'],
    ...['Day of the outside document', 'Documents', 'Ended', 'Why', 'Entered', 'Closed'],
  ],
}

const yes = (is: boolean | null) => (is === null ? '' : is ? '1' : '0')
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join('、')
const written = (cells: Cells): string[] => cells.map(cell => cell ?? '')

/** One time a case was sent. */
export function transferCells(row: TransferJson): string[] {
  return written([
    ...[row.transferId, String(row.round), row.caseNo, row.title, row.from.name, row.to.name, yes(row.isUrgent)],
    ...[names(row.items), row.stopped.label, yes(row.isInformed), String(row.materials), row.goods.join('；')],
    ...[
      row.docNo,
      officeTime(row.sentAt),
      officeTime(row.receivedAt),
      row.action?.label,
      row.returnReason?.label,
      officeTime(row.handedOverAt),
    ],
    ...[yes(row.filed), row.receivedCaseNo, row.result, officeTime(row.resultAt), officeTime(row.determinedAt)],
    ...[row.transferReason, row.transferBasis, names(row.acceptedItems), row.outcome.label, row.reason],
    ...[officeTime(row.startedAt), officeTime(row.endedAt)],
  ])
}

/** One dispute. */
export function disputeCells(row: DisputeJson): string[] {
  return written([
    ...[row.disputeId, row.caseNo, row.title, row.kind.label, officeTime(row.arisenAt), row.applicant.name],
    ...[names(row.respondents), row.issue, row.conclusion, row.owner?.name, row.refId, row.positions],
    ...[row.answers.join('；'), row.decisionReason, row.interimLead?.name, row.designating?.name, row.outsideDocDate],
    ...[row.docNos.join('、'), row.outcome.label, row.reason, officeTime(row.startedAt), officeTime(row.endedAt)],
  ])
}
