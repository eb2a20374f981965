import type { Language } from './labels.ts'
import type { MessageParams } from './objections.ts'

/** What is wrong with a form itself, for its author: the component, the key in it, and a message id with parameters. */
export interface FormProblem {
  readonly componentId: string
  readonly key: string
  readonly id: ProblemId
  readonly params: MessageParams
}

const words = {
  unknownKey: { zh: '不认识的键“{key}”。', en: 'Unknown key “{key}”.' },
  unknownType: {
    zh: '不支持的组件类型“{found}”，可用的有 {expected}。',
    en: 'Unknown component type “{found}”; expected one of {expected}.',
  },
  unknownProperty: {
    zh: '不认识的属性“{key}”，此类组件可用的有 {expected}。',
    en: 'Unknown property “{key}”; this component knows {expected}.',
  },
  wrongValue: { zh: '值不对：{message}', en: 'Wrong value: {message}' },
  wrongProperty: {
    zh: '应为 {expected}，写的是“{found}”。',
    en: 'Expected {expected}, found “{found}”.',
  },
  idTwice: {
    zh: '组件标识“{name}”用了两次。',
    en: 'The component id “{name}” is used twice.',
  },
  nameTwice: {
    zh: '数据名“{name}”在同一层用了两次。',
    en: 'The name “{name}” is used twice in the same object.',
  },
  expression: {
    zh: '表达式不合语法：{message}',
    en: 'The expression cannot be read: {message}',
  },
  pattern: {
    zh: '正则表达式不合语法：{message}',
    en: 'The regular expression cannot be read: {message}',
  },
  noOptions: {
    zh: '应在 values、valuesKey、valuesExpression 中恰好写一个，写了 {found} 个。',
    en: 'Expected exactly one of values, valuesKey, valuesExpression; found {found}.',
  },
  optionTwice: {
    zh: '选项值“{value}”用了两次。',
    en: 'The option value “{value}” is used twice.',
  },
  optionMissing: {
    zh: '没有值为“{value}”的选项。',
    en: 'There is no option with the value “{value}”.',
  },
  defaultValue: {
    zh: '默认值不合本字段：{message}',
    en: 'The default value does not fit the field: {message}',
  },
  rowKey: {
    zh: '行键“{value}”用了两次或为空。',
    en: 'The row key “{value}” is used twice or is empty.',
  },
} as const

/** The id of a sentence about a form. */
export type ProblemId = keyof typeof words

/** The sentence for a problem of a form; it names the component and the key. */
export function describeProblem({ componentId, key, id, params }: FormProblem, language: Language): string {
  const said = words[id][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  const where = key === '' ? componentId : `${componentId}.${key}`
  return language === 'zh' ? `${where}：${said}` : `${where}: ${said}`
}
