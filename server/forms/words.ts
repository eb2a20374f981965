import type { Language } from './labels.ts'
import type { MessageParams } from './objections.ts'

/** The sentences of the validator, Chinese and English side by side; `{name}` is filled with a parameter. */
const words = {
  required: {
    zh: '必填，不能空着。',
    en: 'Required, cannot be left empty.',
  },
  unknown: {
    zh: '表单里没有“{name}”这一项。',
    en: 'The form has no field “{name}”.',
  },
  type: {
    zh: '应为{expected}，收到的是{found}。',
    en: 'Expected {expected}, found {found}.',
  },
  oneLine: { zh: '只能写一行。', en: 'Only one line is allowed.' },
  number: {
    zh: '应为数字，如 12 或 0.5。',
    en: 'Expected a number such as 12 or 0.5.',
  },
  money: {
    zh: '应为金额，如 52,000.00，最多两位小数。',
    en: 'Expected an amount such as 52,000.00, with at most two decimals.',
  },
  fen: {
    zh: '金额应以整数分保存，收到的是 {value}。',
    en: 'An amount is stored as whole fen; found {value}.',
  },
  integer: { zh: '应为整数。', en: 'Expected a whole number.' },
  decimals: { zh: '最多 {places} 位小数。', en: 'At most {places} decimals.' },
  increment: {
    zh: '应为 {increment} 的整数倍。',
    en: 'Expected a multiple of {increment}.',
  },
  min: { zh: '不小于 {least}。', en: 'Not less than {least}.' },
  max: { zh: '不大于 {most}。', en: 'Not more than {most}.' },
  minLength: {
    zh: '至少 {least} 个字，现在 {length} 个。',
    en: 'At least {least} characters; now {length}.',
  },
  maxLength: {
    zh: '最多 {most} 个字，现在 {length} 个。',
    en: 'At most {most} characters; now {length}.',
  },
  pattern: {
    zh: '格式不对，应符合 {pattern}。',
    en: 'Wrong format; expected {pattern}.',
  },
  custom: { zh: '{message}', en: '{message}' },
  email: {
    zh: '应为电子邮箱，如 name@example.cn。',
    en: 'Expected an e-mail address such as name@example.cn.',
  },
  phone: {
    zh: '应为手机号或带区号的电话，如 027-88880000。',
    en: 'Expected a mobile number or a telephone number with area code.',
  },
  idCard: {
    zh: '应为 18 位身份证号码，末位可为大写 X。',
    en: 'Expected an identity number of 18 digits; the last may be X.',
  },
  idCardBirth: {
    zh: '第 7 至 14 位不是出生日期：{born}，请核对证件。',
    en: 'Digits 7 to 14 are not a date of birth: {born}.',
  },
  idCardDigit: {
    zh: '第 18 位应为 {expected}，请核对证件。',
    en: 'The 18th digit should be {expected}; please check the document.',
  },
  creditCode: {
    zh: '应为 18 位统一社会信用代码，数字与大写字母，不含 I、O、S、V、Z。',
    en: 'Expected a unified social credit code: 18 digits and capital letters without I, O, S, V, Z.',
  },
  creditCodeDigit: {
    zh: '第 18 位应为 {expected}，请核对营业执照。',
    en: 'The 18th character should be {expected}; please check the licence.',
  },
  date: {
    zh: '应为存在的日期，如 2026-11-24。',
    en: 'Expected an existing date such as 2026-11-24.',
  },
  time: {
    zh: '应为时刻，如 14:30。',
    en: 'Expected a time of day such as 14:30.',
  },
  datetime: {
    zh: '应为日期和时刻，如 2026-11-24 14:30。',
    en: 'Expected date and time such as 2026-11-24 14:30.',
  },
  passed: {
    zh: '不能早于今天（{today}）。',
    en: 'Not before today ({today}).',
  },
  future: {
    zh: '发生时间不能晚于现在。',
    en: 'It cannot have happened later than now.',
  },
  option: {
    zh: '“{found}”不在可选项中。',
    en: '“{found}” is not one of the options.',
  },
  optionBlocked: {
    zh: '不能选“{label}”。{reason}',
    en: '“{label}” cannot be chosen. {reason}',
  },
  optionTwice: { zh: '“{value}”选了两次。', en: '“{value}” is chosen twice.' },
  file: {
    zh: '应为已上传的文件，收到的是{found}。',
    en: 'Expected an uploaded file, found {found}.',
  },
  fileTwice: { zh: '“{name}”放了两次。', en: '“{name}” is there twice.' },
  fileType: {
    zh: '“{name}”的类型不收，可收 {expected}。',
    en: '“{name}” is not of an accepted type: {expected}.',
  },
  readonly: {
    zh: '此项不能改；若内容已变，请重新打开任务。',
    en: 'This cannot be changed; if it is outdated, open the task again.',
  },
  row: {
    zh: '此行应为“{expected}”，收到的是“{found}”。',
    en: 'Expected row “{expected}”, found “{found}”.',
  },
  rowCount: {
    zh: '应有 {expected} 行，现在 {found} 行。',
    en: 'Expected {expected} rows, found {found}.',
  },
  minRows: {
    zh: '至少 {least} 行，现在 {found} 行。',
    en: 'At least {least} rows; now {found}.',
  },
  maxRows: {
    zh: '最多 {most} 行，现在 {found} 行。',
    en: 'At most {most} rows; now {found}.',
  },
} as const

/** The id of a sentence of the validator. */
export type MessageId = keyof typeof words

const typeNames: Readonly<Record<string, { zh: string; en: string }>> = {
  nothing: { zh: '空', en: 'nothing' },
  boolean: { zh: '是或否', en: 'yes or no' },
  number: { zh: '数字', en: 'a number' },
  text: { zh: '文字', en: 'text' },
  list: { zh: '列表', en: 'a list' },
  object: { zh: '一组值', en: 'a group of values' },
  file: { zh: '文件', en: 'a file' },
}

/** The sentence for what is wrong with a field. */
export function describeError({ id, params }: { id: MessageId; params: MessageParams }, language: Language): string {
  const namesTypes = id === 'type' || id === 'file'
  return words[id][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? ''
    return namesTypes ? (typeNames[value]?.[language] ?? String(value)) : String(value)
  })
}

/** Tells the id of a sentence of the validator from any other text. */
export const isMessageId = (id: string): id is MessageId => Object.hasOwn(words, id)
