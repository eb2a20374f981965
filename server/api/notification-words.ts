/** What the doors of the post office say when they do not let something through. */
export const notificationProblems = {
  'outbox.settled': {
    status: 409,
    zh: '这条通知已经发出或者已经放弃',
    en: 'It was sent or given up already',
  },
} as const

/** What is wrong with the words of a notification. */
export const notificationComplaints = {
  'notification.place': {
    zh: '“{found}”不是可以填写的内容；可用：{known}',
    en: 'Nothing fills “{found}”; there are: {known}',
  },
}
