import type { Sentences } from './sentence.ts'

/** What people are told, how, and what became of what left the house. */
export const notificationWords = {
  'notice.bell': ['通知，{n} 条未读', 'Notifications, {n} unread'],
  'notice.bellNone': ['通知', 'Notifications'],
  'notice.title': ['通知', 'Notifications'],
  'notice.views': ['看哪些', 'Which'],
  'notice.unread': ['未读', 'Unread'],
  'notice.all': ['全部', 'All'],
  'notice.how': ['提醒方式', 'How I am told'],
  'notice.readAll': ['全部标为已读', 'Mark all as read'],
  'notice.read': ['标为已读', 'Mark as read'],
  'notice.empty': ['没有未读的通知', 'Nothing unread'],
  'notice.emptyAll': ['还没有通知', 'Nothing yet'],
  'notice.emptyText': [
    '任务指派给您、期限将到、案件办结时，会在这里告诉您。',
    'When a task is yours, a limit runs out or a case ends, it is told here.',
  ],
  'notice.toInbox': ['去收件箱', 'To the inbox'],
  'notice.isUnread': ['未读', 'unread'],
  'notice.mail': ['邮箱地址', 'Mail address'],
  'notice.mailHelp': [
    '留空则不发邮件。地址属个人信息，只有您自己和管理员看得到。',
    'Empty: no mail. The address is personal; you and the administrators see it.',
  ],
  'notice.language': ['邮件语言', 'Language of mail'],
  'notice.noMail': [
    '本单位没有开通邮件，选择会先保存。',
    'This office sends no mail at present; what you choose is kept.',
  ],
  'notice.kind': ['事项', 'What'],
  'notice.inApp': ['站内', 'Here'],
  'notice.byMail': ['邮件', 'Mail'],
  'notice.mail.off': ['不发', 'No'],
  'notice.mail.now': ['立即', 'At once'],
  'notice.mail.digest': ['每个工作日早上汇总', 'Collected, in the morning'],
  'notice.save': ['保存', 'Save'],
  'notice.saved': ['提醒方式已保存', 'Saved'],
  'wording.language.zh': ['中文', 'Chinese'],
  'wording.language.en': ['英文', 'English'],
} as const satisfies Sentences
