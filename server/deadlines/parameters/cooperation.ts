import { example, type LimitParameter } from './limit-parameter.ts'

const FOUND = { marks: ['configurable', 'found'] } as const

/** Whistles, transfers, disputes and assistance between offices. */
export const cooperationLimits: readonly LimitParameter[] = [
  example('whistle.approve', ['4H', 'task', 'escalate'], ['吹哨审批', 'Approval of a whistle']),
  example('whistle.postApprove', ['4H', 'task', 'escalate'], ['应急补批', 'Approval afterwards']),
  example('whistle.sign', ['1H', 'dispatched', 'escalate'], ['签收', 'Signing for a whistle'], FOUND),
  example('whistle.sign.emergency', ['15MIN', 'dispatched', 'escalate'], ['应急签收', 'Signing in an emergency']),
  example('whistle.signEscalate', ['2H', 'limit-ended', 'escalate'], ['签收升级', 'Escalation of signing']),
  example('whistle.rejectHandle', ['2H', 'task', 'escalate'], ['拒单处理', 'Handling of a rejection']),
  example('whistle.contact', ['24H', 'signed', 'escalate'], ['联系', 'Contact'], FOUND),
  example('whistle.onsite.normal', ['3WD', 'signed', 'escalate'], ['到场（工作推进哨）', 'On site, normal'], FOUND),
  example('whistle.onsite.key', ['5WD', 'signed', 'escalate'], ['到场（攻坚克难哨）', 'On site, difficult'], FOUND),
  example(
    'whistle.onsite.emergency',
    ['60MIN', 'dispatched', 'escalate'],
    ['到场（应急处置哨）', 'On site, emergency'],
  ),
  example('whistle.feedback', ['10WD', 'lead-on-site', 'escalate'], ['反馈', 'Feedback'], {
    extension: {
      ...{ by: 'whistle.feedbackExt', times: 1, approvers: ['dept-leader', 'subdistrict-deputy'] },
      ...{ basis: [], marks: ['configurable'] },
    },
  }),
  example('whistle.feedbackExt', ['10WD', 'limit-ended', 'escalate'], ['反馈延长', 'Extension of feedback']),
  example('whistle.feedbackAgain', ['5WD', 'limit-ended', 'escalate'], ['再次反馈', 'Feedback again']),
  example('whistle.confirm', ['2WD', 'task', 'escalate'], ['确认', 'Confirmation']),
  example('whistle.evaluate', ['3WD', 'task', 'warn'], ['评价', 'Evaluation']),
  example('transfer.normal', ['3WD', 'competence-found', 'escalate'], ['移送', 'Transfer'], FOUND),
  example('transfer.urgent', ['24H', 'competence-found', 'escalate'], ['紧急移送', 'Urgent transfer'], FOUND),
  example('transfer.approve', ['1WD', 'task', 'escalate'], ['移送审批', 'Approval of a transfer']),
  example('transfer.approve.urgent', ['4H', 'task', 'escalate'], ['紧急移送审批', 'Approval of an urgent transfer']),
  example('transfer.accept', ['3WD', 'task', 'escalate'], ['接收', 'Acceptance'], FOUND),
  example('transfer.return', ['2WD', 'task', 'escalate'], ['退回处理', 'Handling of a return']),
  example('transfer.filing', ['7WD', 'received', 'escalate'], ['立案反馈', 'Feedback on filing']),
  example('transfer.feedback', ['10WD', 'result-made', 'escalate'], ['结果反馈', 'Feedback on the result']),
  example('dispute.negotiate', ['7D', 'dispute-arose', 'escalate'], ['协商', 'Negotiation'], {
    basis: ['住建部令第55号 第6条'],
    marks: ['found', 'to-verify'],
  }),
  example('dispute.accept', ['5WD', 'task', 'escalate'], ['争议受理', 'Acceptance of a dispute'], FOUND),
  example('dispute.supplement', ['3WD', 'task', 'release'], ['争议补正', 'Supplement of a dispute'], FOUND),
  example('dispute.reply', ['5WD', 'task', 'warn'], ['争议答复', 'Reply in a dispute']),
  example('dispute.coordinate', ['15WD', 'accepted', 'escalate'], ['协调', 'Coordination']),
  example('dispute.designate', ['10WD', 'task', 'escalate'], ['指定管辖', 'Designation']),
  example('assist.approve', ['1WD', 'task', 'escalate'], ['协助审批', 'Approval of assistance']),
  example('assist.sign', ['1WD', 'task', 'escalate'], ['协助签收', 'Signing for assistance']),
  example('assist.supplement', ['2WD', 'task', 'escalate'], ['协助补正', 'Supplement for assistance']),
  example('assist.reply', ['5WD', 'materials-complete', 'escalate'], ['协助答复', 'Reply with assistance']),
  example('assist.appraise', ['2WD', 'materials-complete', 'escalate'], ['认定鉴定', 'Appraisal'], FOUND),
  example('assist.escalate', ['2WD', 'limit-ended', 'escalate'], ['协助升级', 'Escalation of assistance']),
  example('assist.objection', ['5WD', 'party-informed', 'forfeit'], ['申请重新鉴定', 'Asking for another appraisal']),
]
