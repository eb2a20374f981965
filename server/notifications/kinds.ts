/** When mail goes out: not at all, at once, or with others in the morning of the next working day. */
export type MailChoice = 'off' | 'now' | 'digest'

/** How somebody wants to be told of one kind of thing. */
export interface Choice {
  inApp: boolean
  mail: MailChoice
}

/** What people are told, and how they are told as long as they have not chosen otherwise. */
const notificationKinds = {
  'task-assigned': { inApp: true, mail: 'now' },
  'task-for-you': { inApp: true, mail: 'digest' },
  'task-offered': { inApp: false, mail: 'off' },
  'task-offered-soon': { inApp: true, mail: 'now' },
  'task-taken-away': { inApp: true, mail: 'off' },
  'limit-remind': { inApp: true, mail: 'digest' },
  'limit-urgent': { inApp: true, mail: 'now' },
  'limit-overdue': { inApp: true, mail: 'now' },
  'limit-escalated': { inApp: true, mail: 'now' },
  'sent-up': { inApp: true, mail: 'now' },
  'cosign-requested': { inApp: true, mail: 'now' },
  'cosign-returned': { inApp: true, mail: 'now' },
  'case-ended': { inApp: true, mail: 'digest' },
  'case-suspended': { inApp: true, mail: 'now' },
  'case-resumed': { inApp: true, mail: 'now' },
  'certificate-changed': { inApp: true, mail: 'now' },
  'incident-created': { inApp: true, mail: 'now' },
} as const satisfies Record<string, Choice>

/** The id of something people are told. */
export type NotificationKind = keyof typeof notificationKinds

/** Every kind, in the order of the settings page. */
export const kindIds = Object.keys(notificationKinds) as NotificationKind[]

/** What somebody chose, by kind; what is absent follows the defaults. */
export type Choices = Partial<Record<NotificationKind, Choice>>

/** How somebody is told of a kind. */
export function choiceOf(choices: Choices, kind: NotificationKind): Choice {
  return choices[kind] ?? notificationKinds[kind]
}
