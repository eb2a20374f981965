import type { Variables } from '../../../server/engine/index.ts'
import { judged } from '../filled-forms.ts'
import { problems, type wordings } from './wordings.ts'

/** Who acts in a review: a role of the street, filled by one of its people. */
export type Part = 'handler' | 'first' | 'second' | 'third' | 'deputy' | 'head' | 'director' | 'supervisor'

/** Finds words for a form. */
export interface Teller {
  say(about: keyof typeof wordings): string
  pick<T>(from: readonly T[]): T
}

/** One act of a plot. */
export interface Beat {
  by: Part
  /** The task that is completed, or claimed and left open, or what is asked of the review, or done with its case. */
  task?: string
  claim?: string
  request?: string
  caseAct?: 'suspensions' | 'resumption'
  action?: string
  /** Office days since the act before, at least and at most. */
  after: readonly [number, number]
  fill?: (teller: Teller) => Variables
}

/** How a review goes, and how many of the district's go that way. */
export interface Plot {
  id: string
  count: number
  /** Office days between its last act and today; taken in turn. */
  waits: readonly number[]
  beats: readonly Beat[]
  reviewType?: string
  /** Where it happens, when not anywhere; its first reviewers of each kind act. */
  street?: string
  /** No ground of article 58: the head may decide otherwise than the reviewers. */
  isMinor?: true
}

type Opinion = 'agree' | 'correct' | 'supplement' | 'disagree'

const beat = (by: Part, task: string, after: Beat['after'], action?: string, fill?: Beat['fill']): Beat => ({
  ...{ by, task, after },
  ...(action !== undefined && { action }),
  ...(fill && { fill }),
})

const submit = beat('handler', 'submit', [0, 0])
const complete = beat('first', 'intake', [0, 1], 'yes')
const incomplete = beat('first', 'intake', [0, 1], 'no', ({ say, pick }) => ({
  missing: [pick(['discretion', 'evidence', 'economic'])],
  intakeNote: say('intakeNote'),
}))
const supplement = beat('handler', 'return-supplement', [0, 2], undefined, ({ say }) => ({
  supplementNote: say('supplementNote'),
}))
const first = (opinion: Opinion) =>
  beat('first', 'first-review', [1, 4], undefined, ({ say, pick }) => ({
    checklist: judged(opinion === 'agree' ? {} : Object.fromEntries([pick(problems[opinion])])),
    firstOpinion: opinion,
    firstReason: say(opinion),
  }))
const transfer = (to: 'police' | 'dept') =>
  beat('first', 'first-review', [1, 3], undefined, ({ say }) => {
    const reason = say(to === 'police' ? 'transferPolice' : 'transferDept')
    const point = to === 'police' ? 'crime' : 'authority'
    return { checklist: judged({ [point]: reason }), firstOpinion: 'transfer', transferTo: to, firstReason: reason }
  })
const concur = beat('second', 'second-review', [1, 3], 'true', ({ say }) => ({ secondReason: say('concur') }))
const dissent = beat('second', 'second-review', [1, 2], 'false', ({ say }) => ({
  secondOpinion: 'correct',
  secondReason: say('dissent'),
}))
const reconcile = (agreed: boolean, finalOpinion: Opinion) =>
  beat('second', 'reconcile', [0, 1], String(agreed), ({ say }) => ({
    finalOpinion,
    reconcileRecord: say(agreed ? 'agreed' : 'notAgreed'),
  }))
const rule = (ruling: string) =>
  beat('deputy', 'reconcile-decide', [0, 1], undefined, ({ say }) => ({
    ruling,
    rulingReason: say(ruling === 'reReview' ? 'reReviewRuling' : 'ruling'),
  }))
const accept = beat('handler', 'handler-response', [1, 2])
const resubmit = beat('handler', 'handler-response', [1, 2], undefined, ({ say }) => ({ changes: say('changes') }))
const backToCase = beat('handler', 'handler-response', [0, 2], undefined, () => ({ nextStep: 'backToCase' }))
const object = beat('handler', 'handler-response', [0, 2], undefined, ({ say }) => ({
  response: 'object',
  objectReason: say('object'),
}))
const reReview = (reOpinion: Opinion) =>
  beat('third', 're-review', [0, 2], undefined, ({ say }) => ({
    reOpinion,
    reReason: say(reOpinion === 'agree' ? 'reAgree' : 'reDisagree'),
  }))
const decide = (leaderDecision: string) =>
  beat('head', 'leader-decide', [0, 2], undefined, ({ say }) => ({
    leaderDecision,
    leaderReason: say(leaderDecision === 'backToHandler' ? 'backToHandler' : 'leader'),
  }))
const ask = (by: Part, request: string, after: Beat['after'], about: keyof typeof wordings): Beat => ({
  ...{ by, request, after },
  fill: ({ say }) => ({ reason: say(about) }),
})
const withdraw = ask('handler', 'withdrawal', [0, 2], 'withdraw')
const askForTime = ask('first', 'extension', [3, 4], 'askForTime')
const giveTime = beat('deputy', 'approve-extension', [0, 1], 'true', ({ say }) => ({ extendReason: say('extend') }))
const intervene = ask('supervisor', 'supervision', [0, 1], 'intervene')
const respond = beat('director', 'respond-supervision', [1, 3], undefined, ({ say }) => ({
  supervisionResponse: say('supervision'),
}))
const suspend: Beat = {
  ...{ by: 'deputy', caseAct: 'suspensions', after: [0, 1] },
  fill: ({ say }) => ({ ground: 'party-missing', reason: say('suspend') }),
}
const resume: Beat = {
  by: 'deputy',
  caseAct: 'resumption',
  after: [4, 6],
  fill: ({ say }) => ({ reason: say('resume') }),
}
const take = (task: string): Beat => ({ by: 'first', claim: task, after: [0, 1] })

const intake = [submit, complete]
const agreed = [first('agree'), concur]
const corrected = [...intake, first('correct'), concur, resubmit, complete]
const refused = [...intake, first('disagree'), concur]
const objected = [...refused, object]
const LONG_AGO = [1, 2, 3, 5, 7, 9, 11, 13, 15, 16, 18, 19]
const LATELY = [1, 2, 4, 5, 6]

/** The reviews that have ended, each way of ending and of getting there. */
export const endedPlots: readonly Plot[] = [
  { id: 'passed', count: 62, waits: LONG_AGO, beats: [...intake, ...agreed] },
  { id: 'passed-in-round-2', count: 28, waits: LONG_AGO, beats: [...corrected, ...agreed] },
  {
    ...{ id: 'passed-in-round-3', count: 6, waits: LATELY },
    beats: [...corrected, first('supplement'), concur, resubmit, complete, ...agreed],
  },
  {
    id: 'passed-supplemented',
    count: 14,
    waits: LONG_AGO,
    beats: [submit, incomplete, supplement, complete, ...agreed],
  },
  {
    ...{ id: 'passed-reconciled', count: 6, waits: LONG_AGO },
    beats: [...intake, first('agree'), dissent, reconcile(true, 'agree')],
  },
  {
    ...{ id: 'passed-re-reviewed', count: 4, waits: LATELY },
    beats: [...intake, first('agree'), dissent, reconcile(false, 'correct'), rule('reReview'), reReview('agree')],
  },
  { id: 'passed-after-objection', count: 6, waits: LONG_AGO, beats: [...objected, reReview('agree')] },
  { id: 'passed-extended', count: 6, waits: LONG_AGO, beats: [...intake, askForTime, giveTime, ...agreed] },
  {
    ...{ id: 'passed-supervised', count: 4, waits: LATELY },
    beats: [...intake, first('agree'), intervene, respond, concur],
  },
  { id: 'passed-suspended', count: 3, waits: LATELY, beats: [...intake, suspend, resume, ...agreed] },
  { id: 'not-passed', count: 14, waits: LONG_AGO, beats: [...refused, accept] },
  {
    id: 'not-passed-by-head',
    count: 4,
    waits: LATELY,
    beats: [...objected, reReview('disagree'), decide('followReview')],
  },
  {
    ...{ id: 'overruled', count: 2, waits: LATELY, isMinor: true },
    beats: [...objected, reReview('disagree'), decide('overrule')],
  },
  { id: 'returned-to-case', count: 10, waits: LONG_AGO, beats: [...intake, first('supplement'), concur, backToCase] },
  {
    id: 'returned-by-head',
    count: 3,
    waits: LATELY,
    beats: [...objected, reReview('disagree'), decide('backToHandler')],
  },
  { id: 'withdrawn', count: 8, waits: LONG_AGO, beats: [...intake, withdraw] },
  { id: 'supplement-expired', count: 5, waits: [5, 7, 9, 12], beats: [submit, incomplete] },
  {
    ...{ id: 'transferred-to-police', count: 4, waits: LONG_AGO, reviewType: 'crimeTransfer' },
    beats: [...intake, transfer('police'), concur, accept],
  },
  { id: 'transferred-to-department', count: 6, waits: LONG_AGO, beats: [...intake, transfer('dept'), concur, accept] },
]

/** The reviews that wait for somebody; the longer ones are urgent or overdue. */
export const runningPlots: readonly Plot[] = [
  { id: 'at-submit', count: 8, waits: [0, 1, 1, 2, 3], beats: [] },
  { id: 'at-intake', count: 9, waits: [0, 0, 1, 1, 2, 3], beats: [submit] },
  { id: 'at-supplement', count: 6, waits: [0, 1, 2], beats: [submit, incomplete] },
  { id: 'at-first-review', count: 16, waits: [0, 1, 2, 3, 4, 5, 7], beats: intake },
  { id: 'first-review-begun', count: 8, waits: [0, 2, 4, 6], beats: [...intake, take('first-review')] },
  { id: 'at-first-review-in-round-2', count: 4, waits: [0, 1, 3], beats: corrected },
  {
    ...{ id: 'at-intake-in-round-3', count: 2, waits: [0, 1] },
    beats: [...corrected, first('supplement'), concur, resubmit],
  },
  { id: 'at-approve-extension', count: 4, waits: [0, 1], beats: [...intake, askForTime] },
  { id: 'at-second-review', count: 12, waits: [0, 1, 1, 2, 3, 5], beats: [...intake, first('agree')] },
  { id: 'at-second-review-of-a-no', count: 5, waits: [0, 1, 2], beats: [...intake, first('correct')] },
  { id: 'at-reconcile', count: 4, waits: [0, 1, 3], beats: [...intake, first('agree'), dissent] },
  {
    ...{ id: 'at-reconcile-decide', count: 4, waits: [0, 1, 3] },
    beats: [...intake, first('agree'), dissent, reconcile(false, 'correct')],
  },
  { id: 'at-handler-response', count: 9, waits: [0, 1, 2, 3, 5], beats: [...intake, first('correct'), concur] },
  { id: 'at-re-review', count: 4, waits: [0, 1, 3], beats: objected },
  { id: 'at-leader-decide', count: 4, waits: [0, 1, 4], beats: [...objected, reReview('disagree')] },
  // The other reviewer of that street leaves today, so that nobody is left who may review again.
  { id: 'nobody-left', count: 1, waits: [1], beats: objected, street: 'SD' },
  { id: 'suspended', count: 4, waits: [1, 4, 6], beats: [...intake, suspend] },
  { id: 'at-respond-supervision', count: 4, waits: [0, 2, 6], beats: [...intake, first('agree'), intervene] },
]

/** Cases that are registered and investigated, before any review. */
export const filedPlot: Plot = { id: 'filed', count: 26, waits: [0, 1, 2, 4, 6, 9, 12, 16, 20, 25], beats: [] }
