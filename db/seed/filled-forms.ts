import type { Json, Variables } from '../../server/engine/index.ts'
import type { UploadedFile } from './desk.ts'

/** The eight points of a legal review, in the order of the form. */
const POINTS = ['authority', 'officers', 'facts', 'law', 'discretion', 'procedure', 'documents', 'crime'] as const
export type Point = (typeof POINTS)[number]

/** The eight points judged: those named have a problem, the others pass. */
export function judged(problems: Partial<Record<Point, string>> = {}): Json[] {
  return POINTS.map(point => {
    const note = problems[point]
    return note === undefined ? { point, result: 'pass' } : { point, result: 'problem', note }
  })
}

/** What a reviewer's handlers have on file: the report, the evidence and the draft of the decision. */
export interface CaseFiles {
  report: UploadedFile
  evidence: UploadedFile
  draft: UploadedFile
  /** Of whoever applies for a certificate. */
  photo?: UploadedFile
}

const material = (kind: string, file: UploadedFile): Json => ({ kind, file })
const submitted = ({ report, evidence, draft }: CaseFiles): Variables => ({
  materials: [material('investigation', report), material('evidence', evidence)],
  draftDoc: draft,
})

/** A properly filled form of each task of a legal review; what a case needs otherwise is laid over it. */
export const filledForms: Readonly<Record<string, (files: CaseFiles) => Variables>> = {
  apply: ({ photo }) => (photo ? { photo } : {}),
  submit: files => ({
    ...submitted(files),
    publicInterest: false,
    majorRights: false,
    complexRelations: false,
    lawRequires: false,
  }),
  'submit-after': files => ({
    ...submitted(files),
    urgentReason: '临街脚手架即将倾覆，来不及先行审核。',
    postApproval: files.report,
    publicInterest: false,
    majorRights: false,
    complexRelations: false,
    lawRequires: false,
  }),
  intake: () => ({ missing: ['discretion'], intakeNote: '请补交裁量说明，写明从轻的事实和档次。', raise58: [] }),
  'return-supplement': ({ report, evidence }) => ({
    materials: [material('investigation', report), material('evidence', evidence), material('discretion', report)],
    supplementNote: '已补交裁量说明，说明了从轻的事实和对应的裁量档次。',
  }),
  'first-review': () => ({
    checklist: judged(),
    firstOpinion: 'agree',
    firstReason: '主体适格，事实清楚，证据确凿，适用法律正确，裁量适当，程序合法，同意作出决定。',
  }),
  'approve-extension': () => ({ extendReason: '案件涉及两个法律关系，需要向主管部门核实，同意延长。' }),
  'second-review': () => ({ secondReason: '复核了证据和裁量，结论与一级意见一致。' }),
  reconcile: () => ({
    finalOpinion: 'correct',
    reconcileRecord: '双方就违法所得的认定交换意见，认为决定书应当写明计算依据，改正后再送。',
  }),
  'reconcile-decide': () => ({ ruling: 'correct', rulingReason: '两种意见都认为文书需要补写依据，先改正。' }),
  'handler-response': files => ({
    response: 'accept',
    nextStep: 'resubmit',
    changes: '已按审核意见补写依据，并附计算表。',
    ...submitted(files),
  }),
  're-review': () => ({ reOpinion: 'agree', reReason: '异议所附的现场测量记录能够证明占用面积，同意作出决定。' }),
  'leader-decide': () => ({ leaderDecision: 'followReview', leaderReason: '尊重复审意见。' }),
  'prepare-transfer': ({ report, evidence }) => ({
    materials: [
      { kind: 'letter', file: report },
      { kind: 'record', file: evidence },
    ],
  }),
  'respond-supervision': () => ({
    supervisionResponse: '已核对送达回证，送达日期填写有误，三个工作日内更正并补充说明。',
    supervisionFiles: [],
  }),
}
