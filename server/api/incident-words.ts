import { engineSentence } from './engine-words.ts'
import type { Language } from './language.ts'

/** What a value is, as the engine calls it. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ BOOLEAN: '是或否', STRING: '文字', NUMBER: '数字', ARRAY: '一列', OBJECT: '一组', CONTEXT: '一组', NULL: '空' },
  ...{
    DATE: '日期',
    TIME: '时刻',
    DATE_TIME: '日期和时刻',
    PERIOD: '一段时间',
    DURATION: '一段时间',
    FUNCTION: '函数',
  },
}
const kind = (name: string) => KINDS[name] ?? name
const kinds = (names: string) => [...new Set(names.split(', ').map(kind))].join('或')

type Sentence = readonly [said: RegExp, zh: string | ((...found: string[]) => string)]

/** Why a procedure cannot go on, as people read it; `$1`… is what it names. */
const SENTENCES: readonly Sentence[] = [
  [
    /^Expected result of the expression '([\s\S]*)' to be (?:'(\w+)'|one of '\[([^\]]*)\]'), but was '(\w+)'/,
    (_, text = '', one = '', several = '', found = '') =>
      `表达式“${text}”应当得到${kinds(one || several)}，实际是${kind(found)}`,
  ],
  [/^Expected result of the expression '([\s\S]*)' to be a not-empty string/, '表达式“$1”得到的文字是空的'],
  [
    /^Expected result of the expression '([\s\S]*)' to be 'ARRAY' containing/,
    '表达式“$1”应当得到一列文字，里面有不是文字的',
  ],
  [/^Expected '([\s\S]*)' to be a number, but it is not one/, '值“$1”应当是数字'],
  [/^(?:Failed to|Assertion failure on) evaluate the expression '([\s\S]*?)'/, '表达式“$1”算不出来'],
  [/^Failed to evaluate the expression/, '表达式算不出来'],
  [/^Expected at least one condition to evaluate to true/, '没有一个分支的条件成立，也没有缺省的分支'],
  [/^Failed to extract the correlation key for '([\s\S]*)': /, '等候消息用的“$1”应当是文字或数字'],
  [/with the code '([^']*)'.*but it was not caught/s, '业务错误“$1”没有环节接住'],
  [/process id '([^']*)' to be in use, but it was taken out/, '要调用的程序“$1”已经停用'],
  [/process id '([^']*)' to have a none start event/, '要调用的程序“$1”没有普通的开始'],
  [/process with BPMN process id '([^']*)'/, '找不到要调用的程序“$1”'],
  [/^The call activity has reached the maximum depth of (\S+)/, '程序一层调用一层，超过了 $1 层'],
  [/a form with id '([^']*)'/, '找不到表单“$1”'],
  [/decision '([^']*)',? (?:but no decision found|and version tag)|decision with id '([^']*)'/, '找不到决策“$1$2”'],
  [/^Expected to evaluate decision '([^']*)', but /, '决策“$1”算不出结果'],
  [/^Invalid date-time format '([^']*)' for expression/, '值“$1”不是日期和时刻'],
  [/^Invalid duration format '([^']*)' for expression/, '值“$1”不是一段时间'],
  [/^Expected priority to be in the range \[0,100\] but was '([^']*)'/, '优先级要在 0 到 100 之间，这里是 $1'],
  [/^Expected '([^']*)' to have a next time/, '时间“$1”没有下一次'],
  [/cron expression|^Cron expression/, '重复的时间写得不对'],
  [
    /^Expected the instance to wait within (\S+) steps, but at '([^']*)'/,
    '走了 $1 步还没有停下，循环没有尽头（在 $2）',
  ],
  [/^Unable to update an item in output collection/, '几份的结果收不到一处：有别的环节在写同一个变量'],
  [/given elements \[([^\]]*)\] do not exist/, '要开始的环节（$1）不存在'],
  [/^No more retries left/, '系统任务多次没有办成'],
]
/** What says where it went wrong, before what went wrong. */
const BEFORE = /^Failed to (?:evaluate completion condition|activate ad-hoc elements)\. /

/** Why a procedure stopped, in the language; in Chinese what nobody put into words is told as it was said. */
export function incidentSentence(message: string, language: Language): string {
  if (language !== 'zh') return message
  const said = message.replace(BEFORE, '')
  for (const [pattern, zh] of SENTENCES) {
    const found = pattern.exec(said)
    if (found)
      return typeof zh === 'string' ? zh.replace(/\$(\d)/g, (_, n: string) => found[Number(n)] ?? '') : zh(...found)
  }
  return engineSentence(said)
}
