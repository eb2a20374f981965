/** What was done to a draft of a procedure, as a sentence without its subject. */
export const processDraftHistoryWords: Readonly<Record<string, { zh: string; en: string }>> = {
  'process-draft.create': { zh: '新建流程草稿', en: 'began a draft of a procedure' },
  'process-draft.discard': { zh: '删除流程草稿', en: 'threw a draft of a procedure away' },
  'process-draft.take-over': { zh: '接管流程草稿：{reason}', en: 'took over a draft of a procedure: {reason}' },
  'process-draft.submit': { zh: '将流程草稿送审', en: 'handed in a draft of a procedure' },
  'process-draft.return': { zh: '退回流程草稿：{reason}', en: 'gave back a draft of a procedure: {reason}' },
  'process-draft.withdraw': { zh: '撤回流程草稿', en: 'took back a draft of a procedure' },
  'process-draft.publish': { zh: '发布流程新版本', en: 'brought a new version of a procedure into force' },
  'process-draft.propose': { zh: '随新版本提出流程草稿', en: 'proposed a draft of a procedure with a new release' },
  'procedure.retire': { zh: '停用流程：{reason}', en: 'took a procedure out of use: {reason}' },
}
