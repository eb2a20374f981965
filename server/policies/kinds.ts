/**
 * What sort of work a task can be, by the header `kind` of its diagram, as far as rules ask for it. Another kind is
 * allowed and means nothing to them.
 */
export const TASK_KINDS = {
  'case-handling': { zh: '承办人', en: 'handler' },
  'on-site-act': { zh: '现场执法人员', en: 'officer on site' },
  inspection: { zh: '检查人员', en: 'inspector' },
  coercion: { zh: '强制措施实施人', en: 'officer of a coercive measure' },
  'coercion-execution': { zh: '强制执行实施人', en: 'officer of a coercive execution' },
  'case-filing': { zh: '立案承办人', en: 'officer who files the case' },
  'legal-review-first': { zh: '一级审核', en: 'first review' },
  'legal-review-second': { zh: '复核', en: 'second review' },
  'legal-review-reconcile': { zh: '合议', en: 'reconciliation' },
  'legal-review-re': { zh: '复审', en: 'repeated review' },
  'leader-decision': { zh: '负责人审批', en: 'decision of a leader' },
  'case-decision': { zh: '处罚决定', en: 'decision on the case' },
  'hearing-host': { zh: '听证主持人', en: 'host of the hearing' },
  'fine-entry': { zh: '罚款收缴录入', en: 'entry of fines paid' },
  'file-review': { zh: '案卷评查', en: 'review of the file' },
  'certificate-application': { zh: '证件申报', en: 'application for a certificate' },
  'certificate-review': { zh: '证件审核', en: 'review of a certificate matter' },
  'certificate-approval': { zh: '证件批准', en: 'approval of a certificate matter' },
  'certificate-exam': { zh: '资格考试', en: 'examination for a certificate' },
  'certificate-issue': { zh: '制证发放', en: 'issue of a certificate' },
  'certificate-cleanup': { zh: '证件月度清理', en: 'monthly clean-up of certificates' },
  'transfer-informing': { zh: '告知有权部门', en: 'telling the office in charge' },
  'transfer-preparing': { zh: '移送组卷', en: 'putting a transfer together' },
  'transfer-sending': { zh: '送达移送函', en: 'delivering a transfer' },
  'transfer-receiving': { zh: '移送签收', en: 'signing for a transfer' },
  'transfer-returned': { zh: '移送退回处理', en: 'handling of a returned transfer' },
  'transfer-handover': { zh: '物品交接', en: 'handing over of goods' },
  'transfer-feedback': { zh: '移送反馈', en: 'feedback on a transfer' },
  'dispute-negotiation': { zh: '争议协商', en: 'negotiation of a dispute' },
  'dispute-application': { zh: '争议申请', en: 'application in a dispute' },
  'dispute-answer': { zh: '争议答复', en: 'answer in a dispute' },
  'dispute-coordination': { zh: '争议协调', en: 'coordination of a dispute' },
  'jurisdiction-designation': { zh: '指定管辖', en: 'designation of the competent office' },
  'designation-record': { zh: '代录指定文书', en: 'record of a designation made elsewhere' },
  'whistle-draft': { zh: '拟吹哨单', en: 'draft of a whistle' },
  'whistle-approval': { zh: '吹哨审批', en: 'approval of a whistle' },
  'whistle-contact': { zh: '与发起方联系', en: 'contact with who whistled' },
  'whistle-arrival': { zh: '到场签到', en: 'arrival on site' },
  'whistle-handling': { zh: '吹哨处置', en: 'work on a whistle' },
  'whistle-evaluation': { zh: '吹哨评价', en: 'evaluation of a whistle' },
  'handler-reassignment': { zh: '重新确定承办人', en: 'naming new handlers' },
  supervision: { zh: '执法监督', en: 'supervision of enforcement' },
  internal: { zh: '内部事务', en: 'internal work' },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>

type TaskKind = keyof typeof TASK_KINDS

const kinds = (...names: TaskKind[]): ReadonlySet<string> => new Set(names)

/** Who does these handles the case: an officer with a certificate, and no auxiliary. */
export const HANDLING = kinds(
  'case-handling',
  'on-site-act',
  'inspection',
  'coercion',
  'coercion-execution',
  'case-filing',
)

/** The reviews of a case by its reviewers. */
export const REVIEWS = kinds('legal-review-first', 'legal-review-second', 'legal-review-reconcile', 'legal-review-re')

/** In these people say what becomes of the case; nobody else sets what they say. */
export const DECIDING = kinds(
  'legal-review-first',
  'legal-review-second',
  'legal-review-reconcile',
  'legal-review-re',
  'leader-decision',
  'case-decision',
  'dispute-coordination',
  'jurisdiction-designation',
  'designation-record',
)

/** Who does these has investigated. */
export const INVESTIGATION = kinds('case-handling', 'on-site-act', 'inspection')

/** Steps of a matter about somebody's own certificate. */
export const CERTIFICATE_MATTERS = kinds(
  'certificate-application',
  'certificate-review',
  'certificate-approval',
  'certificate-exam',
  'certificate-issue',
  'certificate-cleanup',
)

/** Coercion, which takes a power of its own. */
export const COERCION = kinds('coercion', 'coercion-execution')

/** What needs a body that is empowered for the matter. */
export const NEEDS_EMPOWERMENT = kinds('case-filing', 'inspection', 'coercion', 'coercion-execution')

/** Verbs that do the work, not only prepare it. */
export const DOING: ReadonlySet<string> = new Set(['submit', 'cosign', 'complete'])
