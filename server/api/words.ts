import { caseComplaints, caseProblems } from './cases/case-words.ts'
import { catalogueComplaints, catalogueProblems } from './catalogue/words.ts'
import { migrationProblems, verdictWords } from './migrations/words.ts'
import { notificationComplaints, notificationProblems } from './notification-words.ts'
import { partComplaints, partProblems } from './part-words.ts'
import { processDraftProblems } from './process-drafts/words.ts'
import { provinceReportProblems } from './province-reports/words.ts'
import { rehearsalProblems } from './rehearsals/words.ts'
import { requestComplaints, requestProblems } from './request-words.ts'
import { sheetProblems } from './sheet-words.ts'
import { statuteProblems, statuteWords } from './statute-words.ts'

/** Statuses with one meaning each; the title of a problem says which. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500

interface ProblemWords {
  status: ProblemStatus
  zh: string
  en: string
}

/** What the doors say when they do not let something through. The id ends the problem's `type` URN. */
export const problemWords = {
  'request.malformed': { status: 400, zh: '请求格式不对', en: 'The request is malformed' },
  'request.broken-json': { status: 400, zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON' },
  'request.not-json': {
    status: 400,
    zh: '请求内容须为 JSON（Content-Type: application/json）',
    en: 'The body must be JSON (Content-Type: application/json)',
  },
  'request.not-multipart': {
    status: 400,
    zh: '请求内容须为 multipart/form-data，文件放在 resources 字段',
    en: 'The body must be multipart/form-data with the files in its field resources',
  },
  'request.no-such-route': { status: 404, zh: '没有这个地址', en: 'There is no such address' },
  'request.too-large': { status: 413, zh: '内容过大，上限 {limit}', en: 'Too large; the limit is {limit}' },
  'request.foreign-origin': {
    status: 403,
    zh: '请求来自其他网站，已拒绝',
    en: 'The request comes from another site and was refused',
  },
  'session.missing': { status: 401, zh: '请先登录', en: 'Please sign in' },
  'session.outsider': {
    status: 403,
    zh: '外部人员只能办理交给自己的事项',
    en: 'Who is from outside sees only what he takes part in',
  },
  'session.no-office': { status: 403, zh: '您目前没有任职', en: 'You hold no office at present' },
  'session.refused': { status: 401, zh: '账号或者密码不对', en: 'Account or password is wrong' },
  'session.too-many': {
    status: 429,
    zh: '登录失败次数过多，请 {minutes} 分钟后再试',
    en: 'Too many failed attempts; try again in {minutes} minutes',
  },
  'live.too-many': {
    status: 429,
    zh: '您打开的窗口过多，请关闭一些',
    en: 'Too many windows of yours are open; please close some',
  },
  'permission.missing': { status: 403, zh: '您没有{permission}权限', en: 'You lack the permission: {permission}' },
  'set-up.refused': { status: 403, zh: '初始化链接无效或者已用过', en: 'The set-up link is not valid or was used' },
  'resource.not-found': { status: 404, zh: '没有找到，或者您无权查看', en: 'Not found, or not for you to see' },
  'task.closed': { status: 409, zh: '任务已由{closedBy}办结', en: 'The task was closed by {closedBy}' },
  'task.canceled': { status: 409, zh: '任务已取消', en: 'The task was canceled' },
  'task.not-held': { status: 409, zh: '任务没有人持有，不用退回', en: 'Nobody holds the task' },
  'task.his-already': { status: 409, zh: '任务已经由他持有', en: 'He holds the task already' },
  'task.no-candidates': {
    status: 409,
    zh: '本任务没有别的办理人，不能退回；请上级改派',
    en: 'Nobody else may do the task; ask a superior to reassign it',
  },
  'task.taken': { status: 409, zh: '任务已由{assignee}认领', en: '{assignee} holds the task already' },
  'task.action-missing': { status: 422, zh: '请选择处理意见：{actions}', en: 'Choose what to decide: {actions}' },
  'limit.newer': { status: 409, zh: '别处刚改过，请重新打开', en: 'It was changed elsewhere; open it again' },
  'defect.cleared': { status: 409, zh: '证件当时有效，已经不是瑕疵', en: 'The certificate was valid after all' },
  ...sheetProblems,
  'draft.newer': { status: 409, zh: '草稿在别处更新过', en: 'The draft was changed elsewhere' },
  'form.wrong': { status: 422, zh: '有 {count} 处需要更正', en: '{count} entries need correction' },
  'file.type': {
    status: 422,
    zh: '不接受这种文件；可上传：{accepted}',
    en: 'This type of file is not accepted; these are: {accepted}',
  },
  'file.name': { status: 422, zh: '文件名与内容不符', en: 'The name of the file does not fit its content' },
  'file.empty': { status: 422, zh: '文件是空的', en: 'The file is empty' },
  'deployment.empty': { status: 400, zh: '没有可发布的文件', en: 'There is nothing to deploy' },
  'deployment.refused': { status: 400, zh: '流程文件不能发布：{reason}', en: 'Cannot be deployed: {reason}' },
  'session.locked': {
    status: 403,
    zh: '账号已锁定，请找流程管理员',
    en: 'The account is locked; ask an administrator',
  },
  'invitation.refused': {
    status: 403,
    zh: '链接无效、用过或者已过期，请管理员重新生成',
    en: 'The link is not valid, was used or is too old; ask an administrator for a new one',
  },
  'register.changed': {
    status: 409,
    zh: '内容刚被别人改过，请重新打开再改',
    en: 'It was changed meanwhile; open it again',
  },
  'register.taken': { status: 409, zh: '{id} 已经登记', en: '{id} is registered already' },
  'register.last-administrator': {
    status: 409,
    zh: '至少要有一名能登录的流程管理员',
    en: 'There must be an administrator who can sign in',
  },
  'register.not-ones-own': {
    status: 403,
    zh: '不得办理自己的证件',
    en: 'Nobody handles his own certificate',
  },
  'person.unknown': { status: 422, zh: '没有 {person} 这个人', en: 'There is no person {person}' },
  'request.not-yours': { status: 403, zh: '“{label}”不由您提出', en: '“{labelEn}” is not yours to ask' },
  'request.not-now': {
    status: 409,
    zh: '现在不能“{label}”：只能在“{where}”期间提出',
    en: '“{labelEn}” cannot be asked now, only while “{where}” goes on',
  },
  ...requestProblems,
  'request.barred': { status: 409, zh: '不能“{label}”：{why}', en: '“{labelEn}” cannot be asked: {whyEn}' },
  'instance.ended': { status: 409, zh: '流程已经结束', en: 'The instance has ended' },
  'incident.resolved': { status: 409, zh: '事件已经解决', en: 'The incident was resolved already' },
  'cursor.malformed': { status: 400, zh: '翻页位置无效', en: 'Not a cursor of an earlier page' },
  'journal.not-text': {
    status: 400,
    zh: '内容含有不能记录的字符',
    en: 'The text holds characters that cannot be written down',
  },
  'idempotency.other-body': {
    status: 422,
    zh: '同一幂等键对应的内容不同',
    en: 'The idempotency key came with another body before',
  },
  'engine.not-found': { status: 404, zh: '没有找到，或者您无权查看', en: 'Not found, or not for you to see' },
  'engine.invalid-state': {
    status: 409,
    zh: '当前状态下不能这样做（{reason}）',
    en: 'Not possible in the present state ({reason})',
  },
  'engine.instance-held': {
    status: 409,
    zh: '流程已停住，恢复后才能办理',
    en: 'The instance stands still; it has to be resumed first',
  },
  'engine.invalid-argument': { status: 400, zh: '参数不对（{reason}）', en: 'Not a valid argument ({reason})' },
  'engine.already-exists': { status: 409, zh: '已经存在（{reason}）', en: 'Exists already ({reason})' },
  'engine.too-large': { status: 413, zh: '内容过大（{reason}）', en: 'Too large ({reason})' },
  'engine.forbidden': { status: 403, zh: '不允许（{reason}）', en: 'Not allowed ({reason})' },
  'server.defect': {
    status: 500,
    zh: '系统出错，请把请求编号告诉管理员',
    en: 'We failed; please tell the request id to the administrator',
  },
  ...partProblems,
  ...notificationProblems,
  ...statuteProblems,
  ...processDraftProblems,
  ...migrationProblems,
  ...rehearsalProblems,
  ...provinceReportProblems,
  ...caseProblems,
  ...catalogueProblems,
} as const satisfies Record<string, ProblemWords>

export type ProblemId = keyof typeof problemWords

/** What each status means, in a word or two. */
export const titles: Readonly<Record<ProblemStatus, { zh: string; en: string }>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '不得办理', en: 'Refused' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '状态已变', en: 'Changed meanwhile' },
  413: { zh: '内容过大', en: 'Too large' },
  422: { zh: '内容需要更正', en: 'Needs correction' },
  429: { zh: '请求过多', en: 'Too many requests' },
  500: { zh: '系统出错', en: 'We failed' },
}

/** Permissions as the problem `permission.missing` names them, and the fields' complaints that are not a form's. */
export const otherWords = {
  ...partComplaints,
  ...notificationComplaints,
  ...statuteWords,
  ...caseComplaints,
  ...catalogueComplaints,
  ...verdictWords,
  'limit.past': { zh: '生效日不能早于今天', en: 'It cannot hold from a day in the past' },
  'limit.amount': {
    zh: '期限“{found}”写法不对：请写成 5WD、30D、24H、15MIN、6M 或 2Y，计时的期限不能改为不计时',
    en: 'Write a limit such as 5WD, 30D, 24H, 15MIN, 6M or 2Y, not “{found}”; what is counted stays counted',
  },
  'calendar.empty': { zh: '没有放假的日子', en: 'There are no days off in it' },
  'calendar.day': {
    zh: '{day} 不对：须是 {year} 年的日子；上班日须是周末，且不在放假之列',
    en: '{day} is wrong: a day of {year}; made-up days are weekends and no days off',
  },
  'request.not-yours.remedy': { zh: '请由有权提出的人提出', en: 'Let somebody ask whose request it is' },
  'request.not-now.remedy': { zh: '按流程现在的环节办理', en: 'Go on with the step the instance has come to' },
  'request.barred.remedy': { zh: '按现有的决定办理', en: 'Go on by what was decided' },
  ...requestComplaints,
  'request.person': { zh: '“{person}”不在可选的人员里', en: '“{person}” is nobody who can be named here' },
  'sheet.signer-uncertified': {
    zh: '{signer}签署时执法证已经失效，其签署无效',
    en: 'The certificate of {signer} was not valid when he signed',
  },
  'sheet.signer-uncertified.remedy': {
    zh: '请退回，由证件有效的人员重新办理',
    en: 'Send it back, and let somebody with a valid certificate do it',
  },
  'sheet.signer-barred': {
    zh: '{signer}现在已不符合办理本任务的条件，其签署不能生效',
    en: '{signer} may no longer do this task, so the first signature cannot take effect',
  },
  'sheet.signer-barred.remedy': {
    zh: '请退回，由符合条件的人员重新办理',
    en: 'Send it back, and let somebody do it who may',
  },
  'task.not-superior': {
    zh: '只有办理岗位的上级可以改派',
    en: 'Only a superior of those the task is for may reassign it',
  },
  'task.not-superior.remedy': { zh: '请本单位负责人改派', en: 'Ask the head of the organisation' },
  'defect.not-yours': {
    zh: '由本街道的法制审核人员认定，本人的行为不由本人认定',
    en: 'A reviewer of the street judges it, and nobody his own act',
  },
  'defect.not-yours.remedy': { zh: '请本街道其他法制审核人员认定', en: 'Let another reviewer of the street judge it' },
  'handlers.reviewed': { zh: '{people}审核过本案，不能再承办', en: '{people} reviewed the case and cannot handle it' },
  'handlers.reviewed.remedy': {
    zh: '请另选没有审核过本案的执法人员',
    en: 'Choose officers who have not reviewed the case',
  },
  'permission.work': { zh: '办件', en: 'work on cases' },
  'permission.administrate': { zh: '流程管理', en: 'administrate procedures' },
  'permission.operate': { zh: '运行维护', en: 'operate instances' },
  'permission.audit': { zh: '审计', en: 'audit' },
  'field.unknown': { zh: '未知字段 {name}', en: 'Unknown field {name}' },
  'field.wrong': { zh: '{name}：{reason}', en: '{name}: {reason}' },
  'field.fixed': { zh: '{name} 由系统记录，不能修改', en: '{name} is kept by the house and cannot be changed' },
  'field.required': { zh: '缺少 {name}', en: '{name} is missing' },
  'field.not-an-officer': { zh: '{person} 不是本街道的执法人员', en: '{person} is no officer of this street' },
  'field.no-such-file': { zh: '文件“{name}”还没有上传', en: 'The file “{name}” was not uploaded' },
  'permission.certify': { zh: '证件管理', en: 'administrate certificates' },
  'permission.staffing': { zh: '编制库', en: 'keep the register of the establishment' },
  'permission.training': { zh: '学时登记', en: 'keep the register of training hours' },
  'permission.supervise': { zh: '执法监督', en: 'supervise' },
  'permission.catalogue': { zh: '事项目录管理', en: 'maintain the catalogue of items' },
  'password.wrong': { zh: '现在的密码不对', en: 'The present password is wrong' },
  'password.too-short': { zh: '密码至少 12 个字符', en: 'A password has at least 12 characters' },
  'password.too-common': { zh: '这个密码太常见', en: 'Too many people use this password' },
  'password.names-the-account': { zh: '密码不能就是账号', en: 'The password must not be the account' },
  'register.unknown-role': { zh: '没有“{found}”这个角色', en: 'There is no role “{found}”' },
  'register.unknown-organisation': { zh: '没有“{found}”这个机构', en: 'There is no organisation “{found}”' },
  'register.unknown-person': { zh: '没有“{found}”这个人', en: 'There is no person “{found}”' },
  'register.day-to-come': { zh: '这一天还没有到', en: 'That day has not come yet' },
  'register.not-a-day': { zh: '“{found}”不是日期，应写成 2026-03-01', en: '“{found}” is no day; write 2026-03-01' },
  'register.ends-before': { zh: '截止日早于起始日', en: 'Ends before it begins' },
  'register.overlaps': { zh: '与已有的同一任职期间重叠', en: 'Overlaps with the same appointment' },
  'register.circle': { zh: '上级不能是自己或者下级', en: 'An organisation cannot lie above itself' },
  'register.number-taken': { zh: '证号 {found} 已经登记', en: 'Number {found} is registered already' },
  'register.unknown-value': { zh: '“{found}”不在可选项里：{allowed}', en: '“{found}” is none of: {allowed}' },
  'register.empty': { zh: '不能空着', en: 'Must not be empty' },
  'register.not-an-id': {
    zh: '“{found}”不能作编号，应以小写字母开头，只用小写字母、数字和短横',
    en: '“{found}” is no id: a small letter, then small letters, digits and -',
  },
  'fact.in-future': { zh: '发生时间不能晚于现在', en: 'It cannot have happened later than now' },
  'fact.late-reason': {
    zh: '发生在 {happened}，迟于可直接录入的时限，请说明迟录原因',
    en: 'It happened at {happened}; say why it is entered late',
  },
  'register.in-future': { zh: '不能晚于现在', en: 'Must not be later than now' },
  'register.no-exemption': {
    zh: '没有法律职业资格的，须写明豁免依据',
    en: 'Without the qualification, give the basis of the exemption',
  },
  'csv.columns': { zh: '缺少列：{missing}', en: 'Missing columns: {missing}' },
  'csv.unknown-column': { zh: '不认识的列“{found}”', en: 'Unknown column “{found}”' },
  'csv.cells': { zh: '这一行有 {found} 格，应有 {expected} 格', en: 'This row has {found} cells, expected {expected}' },
  'csv.quote': { zh: '引号没有成对', en: 'A quote is not closed' },
  'csv.twice': { zh: '与第 {row} 行重复', en: 'Repeats row {row}' },
  'csv.not-utf8': { zh: '文件不是 UTF-8 编码', en: 'The file is not UTF-8' },
  'field.unresolved-person': { zh: '没有 {person} 这个人', en: 'There is no person {person}' },
} as const
