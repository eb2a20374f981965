import type { Json } from '../../server/engine/index.ts'
import type { Play } from './play.ts'
import { procedure } from './procedure.ts'
import { requestsReview } from './requests-review.ts'

/** Who does what in the scenarios of a legal review. */
export const people = {
  handler: 'lin-shen',
  first: 'zhou-yanqing',
  otherFirst: 'qin-guanlan',
  second: 'shen-zhiwei',
  third: 'lu-mingqian',
  deputy: 'wen-rusong',
  head: 'yan-shouzheng',
  director: 'zheng-huaiyuan',
  supervisor: 'wei-mingjian',
  /** Of the district's pool of reviewers; reviews in another street. */
  lent: 'ke-yuanlai',
  /** Reviewer of the public management office since 2020 without the national qualification. */
  unqualified: 'ji-xingzhou',
  /** Appointed both as handler and as reviewer of the centre. */
  handlerAndReviewer: 'qiao-zhixing',
  /** Appointed both as reviewer of the centre and of the public management office. */
  reviewerOfBoth: 'tan-jianming',
} as const

/** A review that was begun and not yet submitted. */
export async function started(values: Record<string, Json> = {}): Promise<Play> {
  const play = await procedure('legal-review')
  await play.start({ by: people.handler, ...values })
  return play
}

/** The review of a coercive measure that was taken already. */
export function startedAfterwards(executedAt: string): Promise<Play> {
  return started({ reviewType: 'coercion', executedFirst: true, executedAt })
}

/** A review that another procedure of the case asked for by message. */
export async function requested(): Promise<Play> {
  const play = await procedure('legal-review')
  await play.startedBy(requestsReview, { by: people.handler })
  return play
}

/** A review with its material submitted; `facts` are the grounds of article 58 the handler declares. */
export async function submitted(
  facts: Record<string, boolean> = {},
  values: Record<string, string> = {},
): Promise<Play> {
  const play = await started(values)
  await play.complete('submit', { as: people.handler, ...facts })
  return play
}

/** A review with the first opinion given. */
export async function firstReviewed(firstOpinion: string, play?: Play): Promise<Play> {
  const review = play ?? (await submitted())
  await review.complete('intake', { as: people.first, action: 'yes' })
  const transfer = firstOpinion === 'transfer' ? { transferTo: 'police' } : {}
  await review.complete('first-review', { as: people.first, firstOpinion, ...transfer })
  return review
}

/** A review with both reviewers of one opinion. */
export async function reviewed(opinion: string, play?: Play): Promise<Play> {
  const review = await firstReviewed(opinion, play)
  await review.complete('second-review', { as: people.second, action: 'true' })
  return review
}

/** A review corrected by its handlers and submitted once more. */
export async function resubmitted(play: Play): Promise<Play> {
  await reviewed('correct', play)
  await play.complete('handler-response', { as: people.handler })
  return play
}

/** A review in which the second reviewer does not concur. */
export async function disputed(play?: Play): Promise<Play> {
  const review = await firstReviewed('agree', play)
  await review.complete('second-review', { as: people.second, action: 'false', secondOpinion: 'correct' })
  return review
}

/** A review on which both reviewers have signed what came of reconciling. */
export async function reconciled(action: 'true' | 'false', play: Play, finalOpinion = 'correct'): Promise<Play> {
  await play.complete('reconcile', { as: people.second, action, finalOpinion })
  await play.cosign('reconcile', { as: people.first })
  return play
}

/** A review whose opinion the handler objects to. */
export async function objectedTo(opinion: string, play?: Play): Promise<Play> {
  const review = await reviewed(opinion, play)
  await review.complete('handler-response', {
    as: people.handler,
    response: 'object',
    objectReason: '现场测量记录可以证明面积。',
    nextStep: undefined,
    changes: undefined,
    materials: undefined,
    draftDoc: undefined,
  })
  return review
}

/** A review reviewed once more after an objection. */
export async function reReviewed(reOpinion: string, play?: Play): Promise<Play> {
  const review = await objectedTo('disagree', play)
  const transfer = reOpinion === 'transfer' ? { transferTo: 'police' } : {}
  await review.complete('re-review', { as: people.third, reOpinion, ...transfer })
  return review
}
