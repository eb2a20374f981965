import { fill, type Language, type Params, type Words } from '../api/language.ts'

/** What a rehearsal says of itself; what the house refuses in it says the house. */
const rehearsalWords: Words = {
  'rehearsal.nothing-to-do': {
    zh: '“{by}”没有可办的“{what}”。现有待办：{open}',
    en: '“{by}” has no “{what}” to do. Open: {open}',
  },
  'rehearsal.none': { zh: '无', en: 'nothing' },
  'rehearsal.nothing-due': { zh: '没有在等的期限或定时器', en: 'No limit and no timer is waited for' },
  'rehearsal.nobody-waits': { zh: '没有流程在等消息“{name}”', en: 'Nothing waits for the message “{name}”' },
  'rehearsal.not-published': {
    zh: '这份草稿在演练中发布不了：{reason}',
    en: 'The draft cannot be published in the rehearsal: {reason}',
  },
  'scenario.unreadable': { zh: '读不懂这个情景：{reason}', en: 'This scenario cannot be read: {reason}' },
  'scenario.uncast': {
    zh: '在本单位演不了，没有人担任：{who}',
    en: 'Cannot be played here, nobody is: {who}',
  },
  'scenario.not-given': {
    zh: '情景自带的登记（given）登记不了：{reason}',
    en: 'What the scenario brings (given) cannot be registered: {reason}',
  },
  'scenario.unknown-register': {
    zh: '情景自带的登记（given）写了登记簿“{found}”（{row}），没有这个登记簿；可以写：{expected}',
    en: 'The scenario brings a row ({row}) of the register “{found}”, which there is not; expected one of {expected}',
  },
  'scenario.step-refused': {
    zh: '第 {n} 步（{step}）没有办成：{reason}',
    en: 'Step {n} ({step}) was refused: {reason}',
  },
  'scenario.step-not-refused': {
    zh: '第 {n} 步（{step}）应当被“{expected}”拒绝，却办成了',
    en: 'Step {n} ({step}) should have been refused by “{expected}”, but was done',
  },
  'scenario.other-refusal': {
    zh: '第 {n} 步（{step}）应当被“{expected}”拒绝，实际的理由是：{reason}',
    en: 'Step {n} ({step}) should have been refused by “{expected}”; the reason was: {reason}',
  },
  'scenario.incident': { zh: '在“{element}”出了故障：{reason}', en: 'It broke at “{element}”: {reason}' },
  'scenario.not-started': { zh: '没有任何一步启动了“{procedure}”', en: 'No step started “{procedure}”' },
  'scenario.other-ends': {
    zh: '应当结束于“{expected}”，实际{found}',
    en: 'It should end at “{expected}”, but {found}',
  },
  'scenario.ended-at': { zh: '结束于“{ends}”', en: 'ended at “{ends}”' },
  'scenario.still-open': { zh: '还没有结束，停在“{open}”', en: 'has not ended; it waits at “{open}”' },
  'scenario.other-open': { zh: '应当停在“{expected}”，实际{found}', en: 'It should wait at “{expected}”, but {found}' },
  'scenario.other-path': {
    zh: '第 {n} 个任务应当是“{expected}”，实际是“{found}”',
    en: 'Task {n} should be “{expected}”, but was “{found}”',
  },
  'scenario.no-further-task': { zh: '没有了', en: 'none' },
  'step.start': { zh: '{by} 发起', en: '{by} starts' },
  'step.complete': { zh: '{by} 办理“{task}”', en: '{by} completes “{task}”' },
  'step.claim': { zh: '{by} 签收“{task}”', en: '{by} claims “{task}”' },
  'step.cosign': { zh: '{by} 副署“{task}”', en: '{by} countersigns “{task}”' },
  'step.request': { zh: '{by} 提出“{request}”', en: '{by} asks for “{request}”' },
  'step.message': { zh: '收到消息“{message}”', en: 'the message “{message}” comes in' },
  'step.wait': { zh: '时间过去：{for}', en: 'time passes: {for}' },
}

/** Both languages of a sentence. */
export interface Told {
  zh: string
  en: string
}

/** A sentence with its parameters, in both languages; a parameter may be in both itself. */
export function tell(id: string, params: Params = {}): Told {
  const words = rehearsalWords[id] ?? { zh: id, en: id }
  const said = (language: Language) => fill(words[language], inLanguage(params, language), language)
  return { zh: said('zh'), en: said('en') }
}

function inLanguage(params: Params, language: Language): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isTold(value) ? value[language] : value]),
  )
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
