import type { Language } from '../../../server/forms/index.ts'
import { fill, type Params, type Sentences } from '../../words/sentence.ts'

const words = {
  required: ['必填', 'required'],
  'summary.one': ['还有 1 处要改', '1 thing to mend'],
  'summary.many': ['还有 {n} 处要改', '{n} things to mend'],
  'summary.label': ['要改的地方', 'What to mend'],
  choose: ['请选择', 'Choose'],
  yuan: ['元', 'yuan'],
  inWords: ['大写 {words}', 'In words: {words}'],
  written: ['已写 {n} 字', '{n} {n|character|characters}'],
  writtenOf: ['已写 {n} 字，最多 {most} 字', '{n} of {most} characters'],
  row: ['第 {n} 行', 'Row {n}'],
  add: ['加一行', 'Add a row'],
  addTo: ['加一行：{label}', 'Add a row: {label}'],
  remove: ['删去', 'Remove'],
  removeRow: ['删去第 {n} 行', 'Remove row {n}'],
  noRows: ['还没有内容。', 'Nothing here yet.'],
  pickFiles: ['选文件', 'Choose files'],
  pickFile: ['选文件', 'Choose a file'],
  pickOther: ['换一个文件', 'Choose another file'],
  dropHere: ['或拖到这里', 'or drop here'],
  accepted: ['可收 {kinds}', 'accepted: {kinds}'],
  uploading: ['正在上传', 'Uploading'],
  uploadFailed: ['没有传上：{reason}', 'Not uploaded: {reason}'],
  uploadAgain: ['再传', 'Try again'],
  dismiss: ['不传了', 'Dismiss'],
  removeFile: ['删去 {name}', 'Remove {name}'],
  notAccepted: ['“{name}”的类型不收', '“{name}” is not of an accepted type'],
  noUpload: ['此处不能上传', 'Uploading is not possible here'],
  reviewNote: ['{row}的{field}', '{field}: {row}'],
  tally: ['{n}项{label}', '{n} {label}'],
  undecided: ['{n}项未判断', '{n} undecided'],
  images: ['图片', 'images'],
  videos: ['视频', 'videos'],
  sounds: ['录音', 'audio'],
  reviewKeys: ['跳到该项', 'go to the point'],
} as const satisfies Sentences

/** The id of a sentence of the form renderer. */
export type FormWord = keyof typeof words

/** A sentence of the form renderer in the language of the reader. */
export const say = (language: Language, id: FormWord, params?: Params): string =>
  fill(words[id][language === 'en' ? 1 : 0], params)

const digits = '零一二三四五六七八九'

/** A number up to 99 in Chinese numerals (`十二`), or as figures in English. */
export function ordinal(language: Language, value: number): string {
  if (language === 'en' || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return digits[ones] ?? ''
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`
}

/** How many there are, as it is said before a measure word: 两项, not 二项. */
export const quantity = (language: Language, count: number): string =>
  language === 'zh' && count === 2 ? '两' : ordinal(language, count)

/** The size of a file for people: `320 KB`, `2.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

const kinds: Readonly<Record<string, FormWord>> = { 'image/*': 'images', 'video/*': 'videos', 'audio/*': 'sounds' }

/** An `accept` list for people: `PDF、DOCX、图片`. */
export const kindNames = (language: Language, accept: string): string =>
  accept
    .split(',')
    .map(kind => kind.trim())
    .filter(kind => kind !== '')
    .map(kind => (kinds[kind] ? say(language, kinds[kind]) : kind.replace(/^\.|^.*\//, '').toUpperCase()))
    .join(language === 'zh' ? '、' : ', ')
