import type { NotificationKind } from './kinds.ts'
import type { Template } from './template.ts'

/** What a kind is called, and its wording as long as the office has none of its own. */
interface KindWords {
  name: { zh: string; en: string }
  zh: Template
  en: Template
}

const TASK_PLACES = ['task', 'caseNo', 'procedure', 'due', 'link'] as const

/** The places a wording of a kind may have. None tells of a party: mail leaves the house. */
export function placesOf(kind: NotificationKind): readonly string[] {
  const more = MORE_PLACES[kind]
  return kind === 'certificate-changed' ? (more ?? []) : [...TASK_PLACES, ...(more ?? [])]
}

const MORE_PLACES: Partial<Record<NotificationKind, readonly string[]>> = {
  'limit-remind': ['limit'],
  'limit-urgent': ['limit'],
  'limit-overdue': ['limit'],
  'limit-escalated': ['limit'],
  'sent-up': ['why', 'ref'],
  'cosign-requested': ['by'],
  'cosign-returned': ['by'],
  'task-taken-away': ['by'],
  'case-ended': ['outcome'],
  'case-suspended': ['by'],
  'case-resumed': ['by'],
  'certificate-changed': ['certificate', 'state', 'link'],
}

/** What each place stands for, beside the editor of wordings. */
export const placeWords: Readonly<Record<string, { zh: string; en: string }>> = {
  task: { zh: '任务名称', en: 'name of the task' },
  caseNo: { zh: '案号', en: 'case number' },
  procedure: { zh: '流程名称', en: 'name of the procedure' },
  due: { zh: '到期时间', en: 'when it is due' },
  link: { zh: '页面地址', en: 'address of the page' },
  limit: { zh: '期限名称', en: 'name of the limit' },
  by: { zh: '操作人', en: 'who did it' },
  outcome: { zh: '结果', en: 'outcome' },
  certificate: { zh: '证件编号', en: 'number of the certificate' },
  state: { zh: '证件状态', en: 'state of the certificate' },
  why: { zh: '为何上报', en: 'why it is sent up' },
  ref: { zh: '单号', en: 'number of what it is about' },
}

/** An invented case, for previews. */
export function sampleValues(language: 'zh' | 'en'): Readonly<Record<string, string>> {
  return SAMPLES[language]
}

const SAMPLES = {
  zh: {
    task: '一级审核',
    caseNo: 'LDJ-PT-2026-00001',
    procedure: '法制审核',
    due: '2026年11月27日',
    link: 'https://xunfa.example.cn/tasks/1',
    limit: '一级审核期限',
    by: '示例人员',
    outcome: '审核通过',
    certificate: '示例0001',
    state: '已暂扣',
    why: '逾期未签收',
    ref: '武昌吹哨0001',
  },
  en: {
    task: 'First review',
    caseNo: 'LDJ-PT-2026-00001',
    procedure: 'Legal review',
    due: '27 November 2026',
    link: 'https://xunfa.example.cn/tasks/1',
    limit: 'Limit of the first review',
    by: 'Somebody',
    outcome: 'Passed',
    certificate: 'SAMPLE-0001',
    state: 'suspended',
    why: 'Not signed for in time',
    ref: 'W-0001',
  },
}

/** Subject of a mail that tells of several things; mail is in Chinese, as nobody's language is known here. */
export const digestSubject = (count: number, language: 'zh' | 'en'): string =>
  language === 'zh' ? `循法：${count} 项事项待知悉` : `Xunfa: ${count} things to know`

/** Every kind in both languages. */
export const notificationWords: Readonly<Record<NotificationKind, KindWords>> = {
  'task-assigned': {
    name: { zh: '任务指派给我', en: 'A task is assigned to me' },
    zh: {
      subject: '已指派给您：{task}（{caseNo}）',
      body: '“{task}”已指派给您。\n案号：{caseNo}\n办理期限：{due}\n{link}',
    },
    en: {
      subject: 'Assigned to you: {task} ({caseNo})',
      body: '{task} is yours now.\nCase: {caseNo}\nDue: {due}\n{link}',
    },
  },
  'task-for-you': {
    name: { zh: '本人承办的案件有新任务', en: 'A new task in a case of mine' },
    zh: {
      subject: '待您办理：{task}（{caseNo}）',
      body: '您承办的案件到了“{task}”。\n案号：{caseNo}\n办理期限：{due}\n{link}',
    },
    en: {
      subject: 'For you: {task} ({caseNo})',
      body: 'A case of yours has come to {task}.\nCase: {caseNo}\nDue: {due}\n{link}',
    },
  },
  'task-offered': {
    name: { zh: '本岗位有新任务', en: 'A new task for my office' },
    zh: {
      subject: '岗位新任务：{task}（{caseNo}）',
      body: '您所在岗位有新任务“{task}”，可以认领。\n案号：{caseNo}\n办理期限：{due}\n{link}',
    },
    en: {
      subject: 'New for your office: {task} ({caseNo})',
      body: '{task} can be claimed.\nCase: {caseNo}\nDue: {due}\n{link}',
    },
  },
  'task-offered-soon': {
    name: { zh: '本岗位有一天内到期的新任务', en: 'A new task for my office that is due within a day' },
    zh: {
      subject: '请尽快认领：{task}（{caseNo}）',
      body: '您所在岗位有新任务“{task}”，一天内到期，请尽快认领。\n案号：{caseNo}\n办理期限：{due}\n{link}',
    },
    en: {
      subject: 'Due soon, for your office: {task} ({caseNo})',
      body: '{task} is due within a day and can be claimed.\nCase: {caseNo}\nDue: {due}\n{link}',
    },
  },
  'task-taken-away': {
    name: { zh: '任务转出', en: 'A task was taken from me' },
    zh: {
      subject: '任务已转出：{task}（{caseNo}）',
      body: '“{task}”不再由您办理。\n案号：{caseNo}\n操作人：{by}\n{link}',
    },
    en: {
      subject: 'No longer yours: {task} ({caseNo})',
      body: '{task} is no longer yours.\nCase: {caseNo}\nBy: {by}\n{link}',
    },
  },
  'limit-remind': {
    name: { zh: '期限提醒（剩余三分之一）', en: 'A third of a limit is left' },
    zh: {
      subject: '期限提醒：{task}（{caseNo}）',
      body: '“{task}”的{limit}已过三分之二，{due}到期。\n案号：{caseNo}\n{link}',
    },
    en: {
      subject: 'Reminder: {task} ({caseNo})',
      body: 'A third of {limit} is left: due {due}.\nCase: {caseNo}\n{link}',
    },
  },
  'limit-urgent': {
    name: { zh: '即将到期（剩余一个工作日）', en: 'One working day of a limit is left' },
    zh: { subject: '即将到期：{task}（{caseNo}）', body: '“{task}”的{limit}即将到期：{due}。\n案号：{caseNo}\n{link}' },
    en: { subject: 'Urgent: {task} ({caseNo})', body: '{limit} ends soon: {due}.\nCase: {caseNo}\n{link}' },
  },
  'limit-overdue': {
    name: { zh: '已经逾期', en: 'A limit is over' },
    zh: {
      subject: '已逾期：{task}（{caseNo}）',
      body: '“{task}”的{limit}已于{due}到期。逾期不等于同意，请尽快办理。\n案号：{caseNo}\n{link}',
    },
    en: {
      subject: 'Overdue: {task} ({caseNo})',
      body: '{limit} ended {due}. Nothing is approved by that.\nCase: {caseNo}\n{link}',
    },
  },
  'limit-escalated': {
    name: { zh: '逾期升级到我', en: 'An overdue task is escalated to me' },
    zh: {
      subject: '逾期升级：{task}（{caseNo}）',
      body: '下级任务“{task}”的{limit}已于{due}到期，现报您督办。\n案号：{caseNo}\n{link}',
    },
    en: {
      subject: 'Escalated: {task} ({caseNo})',
      body: '{limit} of {task} ended {due}; please see to it.\nCase: {caseNo}\n{link}',
    },
  },
  'sent-up': {
    name: { zh: '有事项上报给我', en: 'Something is sent up to me' },
    zh: { subject: '上报：{why}（{ref}）', body: '“{procedure}”上报：{why}，请督办。\n单号：{ref}\n{link}' },
    en: { subject: 'Sent up: {why} ({ref})', body: '{procedure}: {why}; please see to it.\nNumber: {ref}\n{link}' },
  },
  'cosign-requested': {
    name: { zh: '请我副署', en: 'I am asked to countersign' },
    zh: { subject: '请副署：{task}（{caseNo}）', body: '{by}已提交“{task}”，等待副署。\n案号：{caseNo}\n{link}' },
    en: { subject: 'To countersign: {task} ({caseNo})', body: '{by} has submitted {task}.\nCase: {caseNo}\n{link}' },
  },
  'cosign-returned': {
    name: { zh: '副署人退回', en: 'The countersigner sent it back' },
    zh: {
      subject: '副署退回：{task}（{caseNo}）',
      body: '{by}退回了您提交的“{task}”，填写的内容仍在草稿中。\n案号：{caseNo}\n{link}',
    },
    en: {
      subject: 'Sent back: {task} ({caseNo})',
      body: '{by} sent {task} back; your draft is kept.\nCase: {caseNo}\n{link}',
    },
  },
  'case-ended': {
    name: { zh: '本人案件的流程办结', en: 'A procedure of my case has ended' },
    zh: {
      subject: '{procedure}办结：{outcome}（{caseNo}）',
      body: '{procedure}已办结，结果：{outcome}。\n案号：{caseNo}\n{link}',
    },
    en: {
      subject: '{procedure} ended: {outcome} ({caseNo})',
      body: '{procedure} has ended: {outcome}.\nCase: {caseNo}\n{link}',
    },
  },
  'case-suspended': {
    name: { zh: '本人案件中止', en: 'A case of mine is suspended' },
    zh: {
      subject: '案件中止：{caseNo}',
      body: '案件已中止，期限停止计算，恢复前不能办理。\n案号：{caseNo}\n操作人：{by}\n{link}',
    },
    en: {
      subject: 'Suspended: {caseNo}',
      body: 'The case is suspended: its limits stand still.\nCase: {caseNo}\nBy: {by}\n{link}',
    },
  },
  'case-resumed': {
    name: { zh: '本人案件恢复', en: 'A case of mine goes on' },
    zh: { subject: '案件恢复：{caseNo}', body: '案件已恢复，期限继续计算。\n案号：{caseNo}\n操作人：{by}\n{link}' },
    en: {
      subject: 'Resumed: {caseNo}',
      body: 'The case goes on, and so do its limits.\nCase: {caseNo}\nBy: {by}\n{link}',
    },
  },
  'certificate-changed': {
    name: { zh: '本人证件状态变动', en: 'A certificate of mine has changed' },
    zh: {
      subject: '证件{certificate}：{state}',
      body: '您的证件{certificate}现为“{state}”。证件无效期间不得从事执法活动。\n{link}',
    },
    en: {
      subject: 'Certificate {certificate}: {state}',
      body: 'Your certificate {certificate} is now {state}.\n{link}',
    },
  },
  'incident-created': {
    name: { zh: '流程出现事件单', en: 'A procedure has an incident' },
    zh: {
      subject: '事件单：{procedure}（{caseNo}）',
      body: '{procedure}在“{task}”停住，需要运维处理。\n案号：{caseNo}\n{link}',
    },
    en: {
      subject: 'Incident: {procedure} ({caseNo})',
      body: '{procedure} stands still at {task}.\nCase: {caseNo}\n{link}',
    },
  },
}
