import { runsOn } from './exclusion-policy.ts'
import { example, type LimitParameter, statutory } from './limit-parameter.ts'

/** Suspected crimes, to the police and back; "three days" is not said to be working days, so days are counted (rule C4). */
const limits: readonly LimitParameter[] = [
  statutory(
    'crime.approve',
    ['3D', 'report-received', 'escalate'],
    ['移送规定 第5条'],
    ['移送审批', 'Approval of a transfer'],
  ),
  statutory(
    'crime.transfer',
    ['24H', 'approved', 'escalate'],
    ['移送规定 第5条'],
    ['移送公安', 'Transfer to the police'],
  ),
  statutory('crime.taskForce', ['24H', 'suspected', 'escalate'], ['移送规定 第5条'], ['成立专案组', 'Task force']),
  example('crime.verify', ['5WD', 'task', 'escalate'], ['涉罪核实', 'Verification of a crime']),
  statutory(
    'crime.policeForward',
    ['24H', 'transferred', 'warn'],
    ['移送规定 第7条', '公安程序规定 第180条'],
    ['公安转送', 'Forwarding by the police'],
  ),
  statutory(
    'crime.policeSupplement',
    ['24H', 'transferred', 'warn'],
    ['公安程序规定 第180条'],
    ['公安通知补正', 'Police ask for a supplement'],
  ),
  statutory(
    'crime.supplement',
    ['3D', 'supplement-asked', 'escalate'],
    ['公安程序规定 第180条'],
    ['移送材料补正', 'Supplement for the police'],
  ),
  statutory(
    'crime.policeReview',
    ['3D', 'transferred', 'warn'],
    ['移送规定 第8条', '公安程序规定 第180条'],
    ['公安审查', 'Examination by the police'],
  ),
  statutory(
    'crime.handover',
    ['3D', 'police-case-opened', 'escalate'],
    ['移送规定 第12条'],
    ['移交物品材料', 'Handing over goods'],
  ),
  statutory(
    'crime.supervise.reasons',
    ['7D', 'reasons-asked', 'warn'],
    ['公安程序规定 第182条'],
    ['说明不立案理由', 'Reasons for no case'],
  ),
  statutory(
    'crime.supervise.open',
    ['15D', 'told-to-open', 'warn'],
    ['公安程序规定 第182条'],
    ['通知立案', 'Opening when told'],
  ),
  statutory(
    'crime.recon',
    ['3D', 'refusal-received', 'forfeit'],
    ['移送规定 第9条'],
    ['提请复议', 'Objection to a refusal'],
  ),
  statutory(
    'crime.reconDecide',
    ['3D', 'application-received', 'warn'],
    ['移送规定 第9条'],
    ['公安复议决定', 'Decision of the police'],
  ),
  statutory(
    'crime.superviseSuggest',
    ['3D', 'refusal-received', 'forfeit'],
    ['移送规定 第9条'],
    ['建议立案监督', 'Asking the procuratorate'],
  ),
  example('return.assess', ['3WD', 'task', 'escalate'], ['反向移送评估', 'Assessment of a return']),
  example('return.materials', ['10WD', 'task', 'escalate'], ['调取材料', 'Materials of a return']),
  example(
    'return.reply',
    ['document', 'opinion-received', 'escalate'],
    ['回复检察意见', 'Reply to the procuratorate'],
    { marks: ['configurable', 'to-verify'] },
  ),
  example('return.sign', ['2WD', 'task', 'escalate'], ['回复签发', 'Signing of a reply']),
]

/** A suspension of the case does not hold up the way to the police; what `3日` counts the law leaves open (rule C4). */
export const crimeLimits: readonly LimitParameter[] = limits.map(limit => ({
  ...limit,
  ...runsOn,
  ...(limit.amount === '3D' && { isUnitOpen: true }),
}))
