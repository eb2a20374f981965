/** Who uses a verb: a person at a task, or the diagram itself, without anybody. */
export type VerbUser = 'person' | 'diagram'

/** One way of moving a task on beside completing it by whom it is for. */
export interface LawVerb {
  zh: string
  en: string
  by: VerbUser
  /** What it does, for who sees it in a list. */
  what: { zh: string; en: string }
}

/**
 * The verbs of Chinese-style approval that take away, replace or hurry a person whom the law may require: those people
 * use here, and those a diagram of this or of another system can express.
 */
export const LAW_VERBS = {
  'auto-pass': {
    ...{ zh: '自动通过', en: 'automatic pass', by: 'diagram' },
    what: { zh: '没有人办理就算通过', en: 'passes although nobody worked on it' },
  },
  'timeout-approve': {
    ...{ zh: '超时视为通过', en: 'approval by time', by: 'diagram' },
    what: { zh: '到期无人处理就算通过', en: 'passes because its time is over' },
  },
  dedupe: {
    ...{ zh: '同人去重', en: 'once per person', by: 'diagram' },
    what: { zh: '同一人前面办过，这一步自动通过', en: 'passes because the same person acted before' },
  },
  'skip-self': {
    ...{ zh: '本人跳过', en: 'skipping oneself', by: 'diagram' },
    what: { zh: '办理人就是发起人时跳过这一步', en: 'is skipped where its doer is who started' },
  },
  'or-sign': {
    ...{ zh: '或签', en: 'any one signs', by: 'diagram' },
    what: { zh: '几个人中一个人办了就算办完', en: 'is done for all as soon as one of several has done it' },
  },
  transfer: {
    ...{ zh: '转办', en: 'passing on', by: 'person' },
    what: { zh: '持有人把任务交给另一个候选人', en: 'its holder gives it to another candidate' },
  },
  reassign: {
    ...{ zh: '改派', en: 'reassignment', by: 'person' },
    what: { zh: '上级把任务交给另一个候选人', en: 'a superior gives it to another candidate' },
  },
  substitute: {
    ...{ zh: '代理', en: 'substitution', by: 'person' },
    what: { zh: '登记的代理人接过缺勤人员持有的任务', en: 'the registered substitute takes it over from who is away' },
  },
  'hand-back': {
    ...{ zh: '交回', en: 'handing back', by: 'person' },
    what: { zh: '持有人说明原因，把任务退给候选人', en: 'its holder gives it back to its candidates, with a reason' },
  },
  release: {
    ...{ zh: '放回', en: 'release', by: 'person' },
    what: { zh: '持有人把任务放回待认领', en: 'its holder puts it back among what can be claimed' },
  },
  'send-back': {
    ...{ zh: '退回副署', en: 'sending back unsigned', by: 'person' },
    what: { zh: '副署人不签，退给先签的人', en: 'the second person does not sign and sends it back' },
  },
  withdraw: {
    ...{ zh: '撤回签名', en: 'withdrawal', by: 'person' },
    what: { zh: '先签的人在副署以前收回', en: 'the first signer takes it back before the second signs' },
  },
  'late-entry': {
    ...{ zh: '补录', en: 'late entry', by: 'person' },
    what: {
      zh: '事后录入已经发生的事实，两个时间都留下',
      en: 'a fact is entered after it happened; both times are kept',
    },
  },
} as const satisfies Readonly<Record<string, LawVerb>>

export type LawVerbId = keyof typeof LAW_VERBS

/** In the order in which they are told. */
export const LAW_VERB_IDS = Object.keys(LAW_VERBS) as readonly LawVerbId[]

/** Whether a text names a verb of the table. */
export const isLawVerb = (text: string): text is LawVerbId => text in LAW_VERBS
