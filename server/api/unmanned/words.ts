import type { Words } from '../language.ts'

/** Why nobody can do a task, said of a group or a person. */
export const reasonWords: Words = {
  'no-candidates': { zh: '流程图没有写明由谁办理', en: 'The diagram names nobody' },
  'no-such-role': { zh: '没有这个角色', en: 'there is no such role' },
  'no-organisation': { zh: '没有这个机构，或者已经撤销', en: 'there is no such organisation, or no longer' },
  'no-holder': { zh: '无人任职', en: 'nobody holds this office' },
  'unknown-person': { zh: '没有登记这个人', en: 'nobody of this id is registered' },
  'no-account': { zh: '{people}没有可用的账号', en: '{people} cannot sign in' },
  'one-of-two': { zh: '需要两人签署，只有{people}可以办', en: 'Two have to sign, and only {people} may' },
  'R-SOD': { zh: '{people}因职责分离不能办', en: '{people} had another part in the case' },
  'R-CERT': { zh: '{people}没有有效的执法证件', en: '{people} holds no valid certificate' },
  'R-QUAL58': { zh: '{people}没有法律职业资格', en: '{people} lacks the legal qualification' },
  'R-AUX': { zh: '{people}是辅助人员', en: '{people} is auxiliary staff' },
  'R-RECUSAL': { zh: '{people}已回避', en: '{people} was recused' },
  'R-SUPERVISION': { zh: '{people}是监督人员，不得办案', en: '{people} supervises and works no case' },
  rule: { zh: '{people}不符合规则 {rule}', en: '{people} is barred by {rule}' },
}
