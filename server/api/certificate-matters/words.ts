import type { Language, Words } from '../language.ts'
import { valueWords } from '../register-words.ts'

/** What a matter of certificates is, why, and how it ended, in files. */
const matterWords: Words = {
  new: { zh: '申领', en: 'new' },
  reissue: { zh: '补办', en: 'reissue' },
  renew: { zh: '换发', en: 'renewal' },
  changeInfo: { zh: '信息变更', en: 'change' },
  cancel: { zh: '注销', en: 'cancellation' },
  suspend: { zh: '暂扣', en: 'suspension' },
  withdraw: { zh: '收回', en: 'withdrawal' },
  restore: { zh: '恢复', en: 'restoration' },
  issued: { zh: '已经发证', en: 'issued' },
  rejected: { zh: '不予通过', en: 'rejected' },
  waiting: { zh: '等待补足学时', en: 'waits for training' },
  dismissed: { zh: '不予处置', en: 'dismissed' },
  restored: { zh: '已经恢复', en: 'restored' },
  yes: { zh: '收回', en: 'handed in' },
  refused: { zh: '拒不交回', en: 'not handed in' },
  other: { zh: '其他', en: 'other' },
  retire: { zh: '退休', en: 'retired' },
  transferOut: { zh: '调离', en: 'left' },
  postChange: { zh: '调岗', en: 'other post' },
  resign: { zh: '辞职', en: 'resigned' },
  dismiss: { zh: '辞退、开除', en: 'dismissed from service' },
  death: { zh: '死亡', en: 'died' },
  orgAbolished: { zh: '机构撤销', en: 'body abolished' },
  expire: { zh: '有效期届满', en: 'expired' },
  underInvestigation: { zh: '接受调查', en: 'under investigation' },
  trainingShort: { zh: '学时不足', en: 'too little training' },
  assessmentFail: { zh: '考核不合格', en: 'failed an assessment' },
  misuseMinor: { zh: '使用不当情节较轻', en: 'minor misuse' },
  illegalEnforcement: { zh: '违法执法', en: 'unlawful enforcement' },
  forgeOrLend: { zh: '涂改、转借', en: 'forged or lent' },
  disciplinaryRemoval: { zh: '受撤职以上处分', en: 'removed by discipline' },
  notQualifiedAtIssue: { zh: '发证时即不合格', en: 'never qualified' },
  yesRetrain: { zh: '是', en: 'yes' },
  'why.not-in-staff': { zh: '不在编在岗', en: 'not on the establishment' },
  'why.exam-failed': { zh: '考试不合格', en: 'failed the examination' },
  'why.training-short': { zh: '学时没有补足', en: 'too few hours' },
  'why.withdrawn': { zh: '撤回', en: 'withdrawn' },
  'why.rejected': { zh: '审核不予通过', en: 'rejected by a review' },
  'why.not-over': { zh: '暂扣尚未期满', en: 'the suspension is not over' },
  'why.not-retrained': { zh: '复训没有合格', en: 'not retrained' },
  'why.not-suspended': { zh: '证件没有暂扣', en: 'it is not suspended' },
  suspensionEnded: { zh: '暂扣期满', en: 'suspension over' },
}

/** The word for a value; without one it names itself. */
export function matterWord(id: string, language: Language): string {
  return (matterWords[id] ?? valueWords[id])?.[language] ?? (id === 'none' ? '' : id)
}

/** Why a matter ended as it did: the word for what the procedure says, or what somebody wrote. */
export function outcomeReason(reason: string | null, language: Language): string {
  if (reason === null || reason === 'none') return ''
  return matterWords[`why.${reason}`]?.[language] ?? reason
}
