import { GENERAL_FIELD, runsOn } from './exclusion-policy.ts'
import { example, type LimitParameter, statutory } from './limit-parameter.ts'

const ROLL = { mode: 'ROLL_FORWARD', ...runsOn } as const

/**
 * `deadline.caseHandling.excludePolicy`: the law on penalties knows no exclusion; other laws, regulations and rules may
 * (处罚法60条), of which only 住建部令第55号 is known, and its articles are to be verified.
 */
const caseHandling: LimitParameter['exclusions'] = [
  {
    ...{ field: GENERAL_FIELD, suspension: false, kinds: [] },
    ...{ basis: ['行政处罚法 第60条'], marks: ['configurable'] },
  },
  {
    ...{ field: '住房和城乡建设', suspension: true, kinds: ['hearing', 'testing', 'inspection', 'appraisal'] },
    ...{ basis: ['行政处罚法 第60条'], marks: ['to-verify'] },
  },
]

/** Ordinary and simplified penalties: from the lead to the closed file. */
export const penaltyLimits: readonly LimitParameter[] = [
  statutory(
    'case.handle',
    ['90D', 'case-filed', 'escalate'],
    ['行政处罚法 第60条'],
    ['办案期限', 'Handling of a case'],
    { exclusions: caseHandling },
  ),
  statutory(
    'evidence.preserve',
    ['7WD', 'evidence-held', 'release'],
    ['行政处罚法 第56条', '行政处罚法 第85条'],
    ['先行登记保存', 'Evidence held'],
    runsOn,
  ),
  statutory(
    'hearing.apply',
    ['5WD', 'party-informed', 'forfeit'],
    ['行政处罚法 第64条第1项', '行政处罚法 第85条'],
    ['要求听证', 'Asking for a hearing'],
    ROLL,
  ),
  statutory(
    'hearing.noticeLead',
    ['7WD', 'hearing-held', 'warn'],
    ['行政处罚法 第64条第2项', '行政处罚法 第85条'],
    ['听证通知提前', 'Notice before a hearing'],
    { isLead: true },
  ),
  example('defence.window', ['5WD', 'party-informed', 'warn'], ['陈述申辩', 'Defence'], {
    ...ROLL,
    marks: ['configurable', 'to-verify'],
  }),
  statutory(
    'service.decision',
    ['7WD', 'decided', 'escalate'],
    ['行政处罚法 第61条', '行政处罚法 第85条'],
    ['决定书送达', 'Service of a decision'],
  ),
  statutory(
    'service.publicNotice',
    ['30D', 'notice-published', 'warn'],
    ['民事诉讼法 第95条'],
    ['公告送达', 'Service by public notice'],
  ),
  statutory(
    'publicity.penalty',
    ['7WD', 'decided', 'escalate'],
    ['国办发〔2018〕118号', '住建部令第55号 第10条'],
    ['处罚信息公开', 'Publication of a penalty'],
    { marks: ['found'] },
  ),
  statutory(
    'publicity.other',
    ['20WD', 'decided', 'escalate'],
    ['国办发〔2018〕118号'],
    ['其他执法信息公开', 'Publication of other acts'],
    { marks: ['found'] },
  ),
  statutory(
    'publicity.withdraw',
    ['3WD', 'decision-changed', 'escalate'],
    ['行政处罚法 第48条', '行政处罚法 第85条'],
    ['撤回公开信息', 'Withdrawal of a publication'],
  ),
  statutory(
    'fine.pay',
    ['15D', 'decision-received', 'warn'],
    ['行政处罚法 第67条'],
    ['缴纳罚款', 'Payment of a fine'],
    ROLL,
  ),
  statutory(
    'fine.surcharge',
    ['rate 3%', 'payment-due', 'warn'],
    ['行政处罚法 第72条第1项', '行政处罚法 第73条'],
    ['加处罚款', 'Surcharge'],
  ),
  statutory(
    'fine.onsiteHandIn',
    ['2WD', 'fine-collected', 'escalate'],
    ['行政处罚法 第71条', '行政处罚法 第85条'],
    ['当场收缴交机关', 'On-site fine to the office'],
  ),
  statutory(
    'fine.toBank',
    ['2WD', 'fine-handed-in', 'escalate'],
    ['行政处罚法 第71条', '行政处罚法 第85条'],
    ['当场收缴缴银行', 'On-site fine to the bank'],
  ),
  example('fine.instalment', ['document', 'instalment-due', 'warn'], ['分期各期缴款', 'Instalment'], ROLL),
  example('fine.plan', ['document', 'instalment-due', 'warn'], ['分期末期缴款', 'Last instalment'], ROLL),
  example('lead.verify', ['7WD', 'lead-received', 'escalate'], ['线索核查', 'Verification of a lead']),
  example('filing.approve', ['1WD', 'task', 'escalate'], ['立案审批', 'Approval of a filing']),
  example('center.check', ['2WD', 'task', 'escalate'], ['中心审核', 'Check by the centre']),
  example('close.approve', ['1WD', 'task', 'escalate'], ['结案审批', 'Approval of a closing']),
  example('defence.review', ['3WD', 'task', 'escalate'], ['申辩复核', 'Review of a defence']),
  example('decision.discuss', ['5WD', 'task', 'escalate'], ['集体讨论', 'Collective discussion']),
  example('decision.decide', ['2WD', 'task', 'escalate'], ['决定审批', 'Decision']),
  example('obligation.due', ['document', 'decision-received', 'warn'], ['义务履行', 'Performance of an obligation']),
  example(
    'evidence.oralRatify',
    ['same-day', 'oral-approval', 'release'],
    ['口头批准补办', 'Ratification of an oral approval'],
  ),
  example('evidence.return', ['1WD', 'task', 'escalate'], ['物品返还', 'Return of goods']),
  example('hearing.accept', ['2WD', 'task', 'escalate'], ['听证受理', 'Acceptance of a hearing']),
  example('hearing.appoint', ['1WD', 'task', 'escalate'], ['指定主持人', 'Appointment of the host']),
  example('hearing.report', ['5WD', 'hearing-held', 'escalate'], ['听证报告', 'Report of a hearing']),
  example('service.postWait', ['10D', 'posted', 'warn'], ['等待邮寄回执', 'Waiting for a receipt']),
  example('installment.verify', ['3WD', 'task', 'escalate'], ['分期核实', 'Verification of instalments']),
  example('installment.approve', ['2WD', 'task', 'escalate'], ['分期审批', 'Approval of instalments']),
  example('recusal.decide', ['2WD', 'task', 'escalate'], ['回避决定', 'Decision on recusal']),
  example('recusal.assign', ['1WD', 'task', 'escalate'], ['回避改派', 'Reassignment after recusal']),
  example('recusal.assess', ['3WD', 'task', 'escalate'], ['回避前行为评估', 'Assessment of earlier acts']),
  example('suspend.approve', ['2WD', 'task', 'escalate'], ['中止审批', 'Approval of a suspension']),
  example('suspend.recheck', ['30D', 'case-suspended', 'warn'], ['中止复查', 'Recheck of a suspension']),
  example('correction.approve', ['3WD', 'task', 'escalate'], ['更正审批', 'Approval of a correction']),
  example('correction.refund', ['5WD', 'task', 'escalate'], ['退还款项', 'Refund']),
  example('archive.check', ['3WD', 'task', 'escalate'], ['归档检查', 'Check of the archive']),
  example('simple.file', ['2WD', 'decided', 'escalate'], ['当场处罚备案', 'Filing of a simple penalty']),
  statutory(
    'limitation.general',
    ['2Y', 'offence-ended', 'forfeit'],
    ['行政处罚法 第36条'],
    ['追究时效', 'Limitation'],
    runsOn,
  ),
  statutory(
    'limitation.extended',
    ['5Y', 'offence-ended', 'forfeit'],
    ['行政处罚法 第36条'],
    ['延长追究时效', 'Extended limitation'],
    runsOn,
  ),
  example('majorPenalty.file', ['15D', 'decision-served', 'escalate'], ['重大处罚备案', 'Filing of a major penalty'], {
    marks: ['configurable', 'to-verify'],
  }),
  example('majorPenalty.intake', ['3WD', 'task', 'escalate'], ['备案受理', 'Intake of a filing'], {
    marks: ['configurable', 'to-verify'],
  }),
  example('majorPenalty.supplement', ['5WD', 'task', 'escalate'], ['备案补正', 'Supplement of a filing'], {
    marks: ['configurable', 'to-verify'],
  }),
  example('majorPenalty.examine', ['15WD', 'accepted', 'escalate'], ['备案审查', 'Examination of a filing'], {
    marks: ['configurable', 'to-verify'],
  }),
  example('majorPenalty.query', ['5WD', 'task', 'escalate'], ['备案询问答复', 'Answer to a query'], {
    marks: ['configurable', 'to-verify'],
  }),
  example('caseFile.archive', ['30D', 'case-closed', 'escalate'], ['案卷归档', 'Archiving'], {
    marks: ['configurable', 'to-verify'],
  }),
]
