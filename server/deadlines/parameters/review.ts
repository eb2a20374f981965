import { example, type LimitParameter } from './limit-parameter.ts'

/** Legal review: the law asks for it (行政处罚法 第58条) and says no number of days. */
export const reviewLimits: readonly LimitParameter[] = [
  example('review.intake', ['1WD', 'task', 'escalate'], ['形式审查', 'Intake of a review'], {
    marks: ['configurable', 'to-verify'],
  }),
  example('review.supplement', ['3WD', 'task', 'escalate'], ['补齐材料', 'Supplement of materials'], {
    marks: ['configurable', 'found'],
  }),
  example('review.first', ['5WD', 'materials-complete', 'escalate'], ['一级审核', 'First review'], {
    marks: ['configurable', 'to-verify'],
    extension: {
      ...{ by: 'review.ext', times: 1, approvers: ['subdistrict-deputy'] },
      ...{ basis: ['国办发〔2018〕118号【待核】'], marks: ['configurable', 'found'] },
    },
  }),
  example('review.ext', ['3WD', 'limit-ended', 'escalate'], ['一级审核延长', 'Extension of a first review'], {
    marks: ['configurable', 'found'],
  }),
  example('review.extApprove', ['1WD', 'task', 'escalate'], ['批准延期', 'Approval of an extension']),
  example('review.second', ['3WD', 'task', 'escalate'], ['公管办复核', 'Second review']),
  example('review.reconcile', ['2WD', 'task', 'escalate'], ['分歧处理', 'Reconciliation']),
  example('review.objection', ['3WD', 'task', 'escalate'], ['承办处理与异议', 'Response and objection'], {
    marks: ['configurable', 'found'],
  }),
  example('review.reReview', ['2WD', 'task', 'escalate'], ['复审', 'Repeated review'], {
    marks: ['configurable', 'found'],
  }),
  example('review.leader', ['2WD', 'task', 'escalate'], ['负责人决定', 'Decision of the head']),
  example('supervision.respond', ['5WD', 'task', 'escalate'], ['回应监督', 'Response to supervision']),
]
