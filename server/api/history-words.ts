import { caseHistoryWords } from './cases/case-words.ts'
import { certificateHistoryWords } from './certificate-history-words.ts'
import { migrationHistoryWords } from './migrations/words.ts'
import { preservationHistoryWords } from './preservation-history-words.ts'
import { processDraftHistoryWords } from './process-drafts/history-words.ts'
import { rehearsalHistoryWords } from './rehearsals/history-words.ts'

/** What was done, as a sentence without its subject; the actor stands before it. */
export const historyWords: Readonly<Record<string, { zh: string; en: string }>> = {
  ...caseHistoryWords,
  ...migrationHistoryWords,
  ...rehearsalHistoryWords,
  'task.unmanned': { zh: '发现“{element}”无人可办', en: 'found that nobody can do “{element}”' },
  'task.manned': { zh: '“{element}”又有人可办', en: 'found that somebody can do “{element}” again' },
  'process-instance.create': { zh: '发起流程', en: 'started the procedure' },
  'process-instance.cancel': { zh: '终止流程：{reason}', en: 'canceled the instance: {reason}' },
  'process-instance.modify': { zh: '改动流程的当前环节', en: 'moved the instance to other steps' },
  'process-instance.request': { zh: '提出“{label}”：{reason}', en: 'asked for “{label}”: {reason}' },
  'recusal.apply': { zh: '{person}回避本案，所持任务退回待认领', en: '{person} was recused; tasks held went back' },
  'reviewer.lend': {
    zh: '借调{person}审核本案，{lentFrom}至{lentUntil}',
    en: '{person} was lent to review the case, {lentFrom} to {lentUntil}',
  },
  'process-instance.migrate': { zh: '将流程迁移到另一版本', en: 'migrated the instance to another version' },
  'process-instance.suspend': { zh: '暂停流程', en: 'suspended the instance' },
  'process-instance.resume': { zh: '恢复流程', en: 'resumed the instance' },
  'process-instance.delete': { zh: '清除已结束的流程', en: 'removed the ended instance' },
  'user-task.claim': { zh: '认领“{element}”', en: 'claimed “{element}”' },
  'user-task.assign': { zh: '将“{element}”转给{assignee}', en: 'assigned “{element}” to {assignee}' },
  'user-task.update': { zh: '更改“{element}”的设置', en: 'changed “{element}”' },
  'user-task.release': { zh: '退回“{element}”待认领', en: 'released “{element}”' },
  'user-task.complete': { zh: '办结“{element}”', en: 'completed “{element}”' },
  'user-task.complete.action': { zh: '办结“{element}”：{action}', en: 'completed “{element}”: {action}' },
  'user-task.cosign': {
    zh: '副署“{element}”，与{signer}共同办结',
    en: 'countersigned “{element}”, completing it with {signer}',
  },
  'user-task.cosign.action': {
    zh: '副署“{element}”：{action}，与{signer}共同办结',
    en: 'countersigned “{element}”: {action}, completing it with {signer}',
  },
  'sheet.sign': { zh: '提交“{element}”，等待副署', en: 'signed “{element}”; a second signature is awaited' },
  'sheet.return': { zh: '不予副署，退回“{element}”：{reason}', en: 'sent “{element}” back unsigned: {reason}' },
  'sheet.withdraw': { zh: '撤回“{element}”的提交', en: 'took back the signature on “{element}”' },
  'user-task.hand-back': { zh: '退回“{element}”：{reason}', en: 'handed “{element}” back: {reason}' },
  'user-task.reassign': {
    zh: '将“{element}”改派给{assignee}：{reason}',
    en: 'reassigned “{element}” to {assignee}: {reason}',
  },
  'evidence-defects.find': {
    zh: '列出证件失效期间的行为：新增 {found} 项，撤销 {cleared} 项',
    en: 'listed acts done without a valid certificate: {found} new, {cleared} cleared',
  },
  'evidence-defects.assess': {
    zh: '认定“{element}”的证据瑕疵：{reason}',
    en: 'judged the defect of “{element}”: {reason}',
  },
  'user-task.take-back': {
    zh: '收回{from}的“{element}”待重新分派：{why}',
    en: 'took “{element}” back from {from}: {why}',
  },
  'incident.resolve': { zh: '处理“{element}”的异常，流程继续', en: 'resolved the incident at “{element}”' },
  'timer.trigger': { zh: '到了“{element}”的时间', en: 'the time of “{element}” has come' },
  'message.receive': { zh: '发来消息：{element}', en: 'sent a message: {element}' },
  ...certificateHistoryWords,
  ...preservationHistoryWords,
  ...processDraftHistoryWords,
  'message.publish': { zh: '发出通知', en: 'sent a notice' },
  'intake.receive': { zh: '转来事项，已登记', en: 'handed a matter in' },
  'intake-client.register': { zh: '登记接入方', en: 'let a program hand matters in' },
  'intake-client.revoke': { zh: '停用接入方：{reason}', en: 'takes nothing from a program any more: {reason}' },
  'procedure.start': { zh: '另起流程', en: 'started another procedure' },
  'message.correlate': { zh: '送达消息：{element}', en: 'delivered a message: {element}' },
  'message.expire': { zh: '无人接收的通知过期', en: 'let a notice expire that nobody took' },
  'job.activate': { zh: '领取自动办理的事项', en: 'took up automatic work' },
  'job.complete': { zh: '自动办成“{element}”', en: 'did “{element}”' },
  'job.fail': { zh: '“{element}”没有办成', en: 'failed at “{element}”' },
  'job.throw-error': { zh: '“{element}”未获通过', en: 'was refused at “{element}”' },
  'job.time-out': { zh: '“{element}”超过办理时间，重新排队', en: 'took “{element}” back: it took too long' },
  'job.recur': { zh: '再办一次“{element}”', en: 'tries “{element}” again' },
  'job.update-retries': { zh: '更改“{element}”的重试次数', en: 'changed the retries of “{element}”' },
  'job.update-timeout': { zh: '更改“{element}”的办理时间', en: 'changed how long “{element}” may take' },
  'instance.ban': { zh: '程序出错，流程停住待处理', en: 'stopped the instance because the program failed on it' },
  'variables.set': { zh: '更改流程数据', en: 'changed the instance’s data' },
  'ad-hoc-elements.activate': { zh: '开始临时步骤', en: 'began further steps' },
  'limit.start': { zh: '确定“{element}”期限的起算', en: 'set the start of the limit of “{element}”' },
  'limit.remind': {
    zh: '提醒：“{element}”的期限还剩三分之一',
    en: 'reminded: a third of the limit of “{element}” is left',
  },
  'limit.urgent': { zh: '催办：“{element}”的期限即将届满', en: 'urged: the limit of “{element}” is nearly over' },
  'limit.overdue': { zh: '“{element}”逾期', en: 'recorded that “{element}” is overdue' },
  'limit.extend': { zh: '延长“{element}”的期限：{reason}', en: 'extended the limit of “{element}”: {reason}' },
  'limit.exclude': {
    zh: '登记“{element}”期限不计入的期间（{from} 起，{to} 止）：{reason}',
    en: 'left a period out of the limit of “{element}” ({from} to {to}): {reason}',
  },
  'limit.open': { zh: '开始计算“{element}”的期限', en: 'opened the limit of “{element}”' },
  'case.suspend': { zh: '中止案件：{reason}', en: 'suspended the case: {reason}' },
  'case.resume': { zh: '恢复案件：{reason}', en: 'resumed the case: {reason}' },
  'limit.waive': { zh: '“{element}”不适用这一期限', en: 'found that a limit does not apply to “{element}”' },
  'transfer.export': { zh: '导出移送登记簿', en: 'exported the register of transfers' },
  'dispute.export': { zh: '导出争议登记簿', en: 'exported the register of disputes' },
  'escalation.export': { zh: '导出督办登记簿', en: 'exported the register of what went up' },
  'evidence-defect.export': { zh: '导出证据瑕疵登记簿', en: 'exported the register of defects of evidence' },
  'guarded-act.export': { zh: '导出办理方式登记簿', en: 'exported the register of guarded verbs' },
  'absence.export': { zh: '导出缺勤登记簿', en: 'exported the register of absences' },
  'absence.enter': {
    zh: '登记{person}缺勤，{fromDay}至{toDay}',
    en: 'entered that {person} is away, {fromDay} to {toDay}',
  },
  'absence.end': { zh: '登记{person}缺勤结束', en: 'entered that {person} is back' },
  'user-task.substitute': {
    zh: '代理缺勤的{from}接办“{element}”',
    en: 'took “{element}” over from {from}, who is away',
  },
  'whistle.export': { zh: '导出吹哨登记簿', en: 'exported the register of whistles' },
  'whistle-evaluation.export': { zh: '导出吹哨评价登记簿', en: 'exported the register of evaluations' },
  'escalation.send': { zh: '将“{element}”报送上级', en: 'sent “{element}” up' },
  'escalation.note': { zh: '已阅“{element}”的逾期升级', en: 'took note that “{element}” is overdue' },
  'limit.recount': { zh: '重新计算“{element}”的期限', en: 'counted the limit of “{element}” again' },
  'signal.broadcast': { zh: '发出信号', en: 'sent a signal' },
  'instance.continue': { zh: '继续办理', en: 'went on' },
}

/** Why the house takes a task off somebody's desk. */
export const takeBackWords: Readonly<Record<string, { zh: string; en: string }>> = {
  certificate: { zh: '执法证已失效', en: 'the certificate is no longer valid' },
  appointment: { zh: '已不担任办理岗位', en: 'no longer appointed to an office it is for' },
  account: { zh: '账号已停用', en: 'the account was closed' },
}

/** The machine's own steps: in the records, not in the story of a case. */
export const backstage: ReadonlySet<string> = new Set([
  'job.activate',
  'job.time-out',
  'job.recur',
  'message.expire',
  'instance.continue',
])

/** Who acts when it is no person. */
export const actorWords: Readonly<Record<string, { zh: string; en: string }>> = {
  clock: { zh: '时钟', en: 'The clock' },
  worker: { zh: '系统', en: 'The system' },
  system: { zh: '系统', en: 'The system' },
  client: { zh: '外部系统', en: 'A client' },
  importer: { zh: '导入', en: 'An import' },
  person: { zh: '人员', en: 'A person' },
}
