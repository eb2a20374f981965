import { GENERAL_FIELD, runsOn } from './exclusion-policy.ts'
import { example, type LimitParameter, statutory } from './limit-parameter.ts'

const ROLL = { mode: 'ROLL_FORWARD', ...runsOn } as const

/** 检测、检验、检疫、技术鉴定的期间不计入，须明确并书面告知 (强制法25条3款); a suspension of the case does not stop it. */
const seizureExclusions: Pick<LimitParameter, 'exclusions'> = {
  exclusions: [
    {
      ...{ field: GENERAL_FIELD, suspension: false, kinds: ['inspection', 'testing', 'quarantine', 'appraisal'] },
      ...{ basis: ['行政强制法 第25条'], marks: ['law-text'] },
    },
  ],
}

/** Remedies, coercion and the court. */
export const enforcementLimits: readonly LimitParameter[] = [
  statutory(
    'recon.apply',
    ['60D', 'decision-received', 'forfeit'],
    ['行政复议法 第20条'],
    ['申请复议', 'Applying for reconsideration'],
    ROLL,
  ),
  statutory(
    'suit.apply',
    ['6M', 'decision-received', 'forfeit'],
    ['行政诉讼法 第46条'],
    ['提起诉讼', 'Bringing a suit'],
    ROLL,
  ),
  statutory(
    'suit.afterRecon',
    ['15D', 'reconsideration-received', 'forfeit'],
    ['行政诉讼法 第45条'],
    ['复议后起诉', 'Suit after reconsideration'],
    ROLL,
  ),
  statutory(
    'court.applyWindow',
    ['3M', 'remedies-ended', 'forfeit'],
    ['行政强制法 第53条', '行诉解释 第156条'],
    ['申请法院执行', 'Asking the court'],
  ),
  statutory(
    'demand.court',
    ['10WD', 'demand-served', 'warn'],
    ['行政强制法 第54条', '行政强制法 第69条'],
    ['申请前催告', 'Demand before the court'],
  ),
  example('demand.self', ['10WD', 'demand-served', 'warn'], ['自行强制催告', 'Demand before own enforcement'], {
    basis: ['行政强制法 第35条'],
  }),
  example('demand.review', ['5WD', 'task', 'escalate'], ['催告申辩复核', 'Review of a defence to a demand']),
  example('application.sign', ['2WD', 'task', 'escalate'], ['申请书签发', 'Signing of the application']),
  example('court.supplement', ['3WD', 'task', 'escalate'], ['补正申请', 'Supplement for the court']),
  statutory(
    'court.accept',
    ['5WD', 'application-received', 'warn'],
    ['行政强制法 第56条', '行诉解释 第155条'],
    ['法院受理', 'Acceptance by the court'],
  ),
  statutory(
    'court.ruling',
    ['7WD', 'accepted', 'warn'],
    ['行政强制法 第57条', '行诉解释 第160条'],
    ['法院裁定', 'Ruling of the court'],
  ),
  statutory(
    'court.rulingHard',
    ['30D', 'accepted', 'warn'],
    ['行政强制法 第58条', '行诉解释 第160条'],
    ['听取意见后裁定', 'Ruling after hearing'],
  ),
  statutory(
    'court.review',
    ['15D', 'ruling-received', 'forfeit'],
    ['行政强制法 第56条', '行政强制法 第58条'],
    ['对裁定申请复议', 'Objection to a ruling'],
  ),
  statutory(
    'court.upper.accept',
    ['15D', 'application-received', 'warn'],
    ['行政强制法 第56条'],
    ['不予受理复议裁定', 'Upper court on acceptance'],
  ),
  statutory(
    'court.upper.enforce',
    ['30D', 'application-received', 'warn'],
    ['行政强制法 第58条'],
    ['不予执行复议裁定', 'Upper court on execution'],
  ),
  statutory(
    'court.judgmentWindow',
    ['2Y', 'judgment-due', 'forfeit'],
    ['行政诉讼法 第95条', '行诉解释 第153条'],
    ['依判决申请执行', 'Enforcing a judgment'],
  ),
  statutory('seizure.base', ['30D', 'seized', 'release'], ['行政强制法 第25条'], ['查封扣押', 'Seizure'], {
    ...seizureExclusions,
    extension: {
      ...{ by: 'seizure.ext', times: 1, approvers: ['subdistrict-head', 'subdistrict-deputy'] },
      ...{ basis: ['行政强制法 第25条'], marks: ['law-text'] },
    },
  }),
  statutory(
    'seizure.ext',
    ['30D', 'limit-ended', 'release'],
    ['行政强制法 第25条'],
    ['查封扣押延长', 'Extension of a seizure'],
    seizureExclusions,
  ),
  statutory(
    'seizure.urgentReport',
    ['24H', 'measure-taken', 'escalate'],
    ['行政强制法 第19条'],
    ['紧急措施报告补批', 'Report of an urgent measure'],
    runsOn,
  ),
  example('seizure.legalCheck', ['1WD', 'task', 'escalate'], ['查封扣押审核', 'Check of a seizure']),
  example('seizure.approve', ['1WD', 'task', 'escalate'], ['查封扣押审批', 'Approval of a seizure']),
  example('seizure.postReview', ['3WD', 'measure-taken', 'escalate'], ['紧急措施补审', 'Review of an urgent measure']),
  example('seizure.release', ['1WD', 'task', 'escalate'], ['退还财物', 'Return of seized goods'], {
    basis: ['行政强制法 第28条'],
  }),
  statutory(
    'substitute.preNotice',
    ['3WD', 'performance-begins', 'warn'],
    ['行政强制法 第51条第2项', '行政强制法 第69条'],
    ['代履行前催告', 'Demand before substituted performance'],
    { isLead: true },
  ),
  example(
    'substitute.afterNotice',
    ['1WD', 'measure-taken', 'escalate'],
    ['立即代履行告知', 'Notice after urgent performance'],
    { basis: ['行政强制法 第52条'] },
  ),
  example('substitute.costPay', ['15D', 'decision-received', 'warn'], ['缴纳代履行费用', 'Payment of the costs'], ROLL),
  example('demolition.govOrder', ['15WD', 'task', 'escalate'], ['责成拆除', 'Order of demolition']),
  statutory(
    'recon.reply.normal',
    ['10WD', 'application-received', 'escalate'],
    ['行政复议法 第48条', '行政复议法 第88条'],
    ['复议答复', 'Answer in reconsideration'],
  ),
  statutory(
    'recon.reply.simple',
    ['5WD', 'application-received', 'escalate'],
    ['行政复议法 第54条', '行政复议法 第88条'],
    ['简易复议答复', 'Answer in simplified reconsideration'],
  ),
  statutory(
    'recon.opinionReport',
    ['60D', 'opinion-received', 'escalate'],
    ['行政复议法 第76条'],
    ['复议意见报告', 'Report on an opinion'],
  ),
  statutory(
    'recon.forward',
    ['5WD', 'application-received', 'escalate'],
    ['行政复议法 第32条', '行政复议法 第88条'],
    ['转送复议申请', 'Passing on an application'],
  ),
  statutory(
    'suit.answer',
    ['15D', 'complaint-received', 'escalate'],
    ['行政诉讼法 第67条'],
    ['应诉答辩', 'Answer to a suit'],
  ),
  example('recon.copy', ['5WD', 'decision-final', 'escalate'], ['一案一抄', 'Copy of the outcome']),
]
