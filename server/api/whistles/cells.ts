import { officeTime } from '../../clock/office-time.ts'
import type { Language } from '../language.ts'
import type { WhistleEvaluationJson, WhistleJson } from './schemas.ts'

type Heading = Record<Language, string[]>

export const WHISTLE_HEADING: Heading = {
  zh: [
    ...['吹哨单号', '派单文号', '反馈单文号', '发起方', '方向', '类别', '重大', '事项', '吹哨理由', '地点', '问题'],
    ...[
      '涉及事项',
      '履职依据',
      '清单核对',
      '约定到场',
      '约定地点',
      '关联案件',
      '拟单人',
      '批准人',
      '不当吹哨',
      '派单时间',
    ],
    ...[
      '责任单位',
      '职责',
      '任务',
      '签收',
      '签收超时',
      '拒单理由',
      '拒单说明',
      '联系',
      '办理打算',
      '约定到场（单位）',
      '到场',
      '到场超时',
      '到场位置',
    ],
    ...[
      '执法',
      '到场人员',
      '证号',
      '措施',
      '处置结果',
      '形成案件',
      '记录时间',
      '不等协办的说明',
      '单位结果',
      '反馈时间',
      '是否解决',
      '反馈内容',
      '遗留问题',
    ],
    ...['再处置次数', '状态', '结果', '原因', '登记', '办结', '升级'],
  ],
  en: [
    ...['Whistle', 'Number', 'Feedback number', 'From', 'Direction', 'Level', 'Major', 'Subject', 'Ground', 'Place'],
    ...['Problem', 'Matters', 'Duty', 'Finding', 'To meet', 'Where', 'Case', 'Drafted by', 'Approved by', 'Improper'],
    ...['Sent', 'Body', 'Part', 'Task', 'Signed', 'Signed late', 'Rejection', 'Why rejected', 'Contact', 'Plan'],
    ...['Agreed arrival', 'Arrived'],
    ...['Arrived late', 'Position', 'Enforcement', 'People', 'Certificates', 'Measures', 'Result', 'Case made'],
    ...[
      'Recorded',
      'Why not waited for',
      'Outcome of the body',
      'Feedback',
      'Resolved',
      'Feedback text',
      'Left',
      'Reworked',
      'State',
      'Outcome',
    ],
    ...['Reason', 'Entered', 'Ended', 'Sent up'],
  ],
}

export const EVALUATION_HEADING: Heading = {
  zh: [
    ...['吹哨单号', '事项', '责任单位', '评价方', '签收及时', '到场及时', '处置效果', '配合程度', '评语', '缺省评分'],
    ...['评价人', '评价时间', '低分', '计入考核', '情况说明', '整改措施', '回应人', '回应时间'],
  ],
  en: [
    ...['Whistle', 'Subject', 'Body', 'Evaluated for', 'Signed in time', 'Came in time', 'Effect', 'Cooperation'],
    ...['Comment', 'By default', 'Evaluated by', 'When', 'Low', 'Counts', 'Explanation', 'Improvement', 'Answered by'],
    'Answered',
  ],
}

const yes = (is: boolean) => (is ? '1' : '0')
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join('、')

/** A row for each body that was called; before it was sent, one. */
export function whistleCells(whistle: WhistleJson): string[][] {
  const before = [
    ...[whistle.whistleId, whistle.docNo, whistle.feedbackDocNo, whistle.org.name, whistle.direction.label],
    ...[whistle.level.label, yes(whistle.isMajor), whistle.title, whistle.ground.label, whistle.place, whistle.problem],
    ...[
      names(whistle.items),
      whistle.dutyBasis.label,
      whistle.dutyFinding.label,
      officeTime(whistle.planAt),
      whistle.planPlace,
    ],
    ...[whistle.linkedCase, whistle.draftedBy?.name, whistle.approvedBy?.name, yes(whistle.isImproper)],
    officeTime(whistle.dispatchedAt),
  ]
  const after = [
    ...[officeTime(whistle.feedbackAt), whistle.resolved?.label, whistle.feedbackText, whistle.remainder],
    ...[String(whistle.reworkCount), whistle.state.label, whistle.outcome?.label, whistle.reason],
    ...[officeTime(whistle.startedAt), officeTime(whistle.endedAt)],
    whistle.escalations.map(({ to, why }) => `${to}：${why}`).join('；'),
  ]
  const branches =
    whistle.branches.length > 0 ? whistle.branches.map(branchCells) : [Array<string>(BRANCH_CELLS).fill('')]
  return branches.map(branch => [...before, ...branch, ...after].map(cell => cell ?? ''))
}

/** Columns of a body; empty before it was sent. */
const BRANCH_CELLS = 22

function branchCells(branch: WhistleJson['branches'][number]): (string | null | undefined)[] {
  return [
    ...[branch.org.name, branch.role.label, branch.task, officeTime(branch.signAt), yes(branch.isSignLate)],
    ...[
      branch.rejection?.label,
      branch.rejectNote,
      officeTime(branch.contactAt),
      branch.contactPlan,
      officeTime(branch.agreedArriveAt),
    ],
    ...[officeTime(branch.arriveAt), yes(branch.isArriveLate)],
    ...[branch.arrivePlace, yes(branch.isEnforcement), names(branch.people), branch.certNos.join('、')],
    ...[
      branch.measures.map(({ label }) => label).join('、'),
      branch.result,
      branch.caseRef,
      officeTime(branch.workedAt),
    ],
    ...[branch.assistWaived, branch.outcome?.label],
  ]
}

/** One evaluation. */
export function evaluationCells(each: WhistleEvaluationJson): string[] {
  const cells = [
    ...[each.whistleId, each.title, each.org.name, each.evaluatedFor.name, each.signTimely, each.arriveTimely],
    ...[
      each.effect,
      each.cooperate,
      each.comment,
      yes(each.isByDefault),
      each.evaluatedBy?.name,
      officeTime(each.evaluatedAt),
    ],
    ...[yes(each.isLow), yes(each.isAssessed), each.explanation, each.improvement, each.respondedBy?.name],
    officeTime(each.respondedAt),
  ]
  return cells.map(cell => (cell === null || cell === undefined ? '' : String(cell)))
}
