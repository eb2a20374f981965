import { deploymentSentence } from '../lint/deployment-words.ts'
import { readingSentence } from '../lint/reading-words.ts'
import { whyNot } from './migrations/why-not.ts'
import { verdictWords } from './migrations/words.ts'

/** Why the engine did not take a command, as people read it; what nobody on a page can send is not here. */
const SENTENCES: readonly (readonly [said: RegExp, zh: string])[] = [
  [/process instance with key '\d+', but it is created by a parent/, '它是由另一件流程调用的，请到调用它的流程上办'],
  [/user task with key '\d+', but it is in state '(?:COMPLETED|COMPLETING)'/, '任务已经办完'],
  [/user task with key '\d+', but it is in state/, '任务正在变动，请稍后再试'],
  [/but no such user task was found/, '任务已经不在'],
  [/with key '\d+', but it is not suspended/, '流程没有停住'],
  [/Expected to suspend process instance .* but it is in state/, '流程已经停住'],
  [/but no such incident was found|job with key '\d+' has no retries left/, '事件已经不在，或者要先给任务增加重试次数'],
  [/with a positive amount of retries/, '重试次数要大于零'],
  [/^Expected to migrate process instance but no process instance/, '实例已经办结'],
  [/no process definition found|no such process definition/, '没有这个流程版本'],
  [/^Expected to migrate process instance '/, ''],
  [/multiple|more than one active instance/, '这一处同时有几份在办，不能确定放到哪一份里'],
  [/would terminate the instance/, '它是由另一件流程调用的，请到调用它的流程上终止'],
  [/^Expected to modify /, '要移动到的环节不存在，或者不能由人移动'],
  [/no such process(?: instance)? was found|no process instance found/, '实例已经办结'],
  [/but it is still running/, '实例还在运行'],
  [/a message with that id was already published/, '同一编号的消息已经发过'],
  [/to be in use, but it was taken out of use/, '流程已经停用'],
  [/to create instance of process/, '流程没有这样的开始'],
  [/no such element was found/, '要改的那一处已经办完'],
  [/process instance \S+, but it is gone/, '实例已经办结'],
  [/to claim user task/, '任务已经有人认领，或者已经办完'],
  [/^Expected a process (?:with id|definition with key)|find process definition/, '没有这个流程'],
  [/deploy at least one resource/, '没有文件'],
  [/timer with key '\d+'|expire message with key/, '时间还没有到'],
  [/to evaluate /, '没有这项决策，或者它没有结果'],
  [/with key '\d+', but it is in state/, '系统任务已经变动'],
  [/a priority between 0 and 100/, '优先级写 0 到 100 的数'],
  [/with date, time and zone/, '时间要写明日期、时刻和时区'],
  [/to update user task with key/, '给任务的数据格式不对'],
  [/to be an object, but found/, '数据的格式不对'],
  [/to resolve incident|to go on with process instance/, '情况已经变了，请刷新后再试'],
  [/no resource found|delete resource/, '没有这个文件'],
  [/ad-hoc sub-process/, '这一段自由办理的内容已经结束，或者情况变了'],
  [/\bjob\b/, '系统任务已经变动'],
  [/subscribe to catch event/, '等候的消息、时间写得不对'],
  [/conditionals/, '没有等候这个条件的流程'],
]

const DEPLOY = 'Expected to deploy new resources, but encountered the following errors:'

/** The reason of a rejection in Chinese; what nobody put into Chinese is told as it is. */
export function engineSentence(reason: string): string {
  if (reason.startsWith(DEPLOY)) return deployed(reason.slice(DEPLOY.length))
  for (const [pattern, zh] of SENTENCES)
    if (pattern.test(reason)) return zh === '' ? verdictWords[whyNot({ type: '', reason }).why].zh : zh
  return reason
}

/** The report of a deployment: a line for each thing that is wrong with an element. */
function deployed(report: string): string {
  const told: string[] = []
  let element = ''
  for (const line of report.split('\n')) {
    element = /^(?:'[^']*': )?- (?:Element|Process): (\S+)/.exec(line)?.[1] ?? element
    const error = /- ERROR: (.*)$/.exec(line)?.[1]
    if (error !== undefined) told.push(`${element} ${deploymentSentence(error)}`)
    else if (/^'[^']*': (?!- )/.test(line)) told.push(readingSentence(line.replace(/^'[^']*': /, '')))
  }
  return `部署不了：${told.join('；')}`
}
