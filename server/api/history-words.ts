/** What was done, as a sentence without its subject; the actor stands before it. */
export const historyWords: Readonly<Record<string, { zh: string; en: string }>> = {
  'process-instance.create': { zh: '发起流程', en: 'started the procedure' },
  'process-instance.cancel': { zh: '终止流程：{reason}', en: 'canceled the instance: {reason}' },
  'user-task.claim': { zh: '签收“{element}”', en: 'claimed “{element}”' },
  'user-task.assign': { zh: '将“{element}”转给{assignee}', en: 'assigned “{element}” to {assignee}' },
  'user-task.release': { zh: '退回“{element}”待签收', en: 'released “{element}”' },
  'user-task.complete': { zh: '办结“{element}”', en: 'completed “{element}”' },
  'user-task.complete.action': { zh: '办结“{element}”：{action}', en: 'completed “{element}”: {action}' },
  'incident.resolve': { zh: '处理“{element}”的异常，流程继续', en: 'resolved the incident at “{element}”' },
  'timer.trigger': { zh: '到时触发', en: 'a timer fired' },
  'message.publish': { zh: '收到消息“{name}”', en: 'a message “{name}” arrived' },
}

/** Who acts when it is no person. */
export const actorWords: Readonly<Record<string, { zh: string; en: string }>> = {
  clock: { zh: '时钟', en: 'The clock' },
  worker: { zh: '系统', en: 'The system' },
  system: { zh: '系统', en: 'The system' },
  client: { zh: '外部系统', en: 'A client' },
  importer: { zh: '导入', en: 'An import' },
  person: { zh: '人员', en: 'A person' },
}
