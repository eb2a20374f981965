/** What the rules say, and under `<id>.remedy` what would make it pass. */
export const policyWords: Readonly<Record<string, { zh: string; en: string }>> = {
  'policy.separation-of-duty.handler': {
    zh: '承办人不得审核本案：您已作为{earlier}经手本案，不能再办理{wanted}',
    en: 'A handler does not review the same case: you took part in it as {earlier}, so you cannot do {wanted}',
  },
  'policy.separation-of-duty.handler.remedy': {
    zh: '请由本组未经手本案的其他人员办理',
    en: 'Let another member of the group do it who has had no part in this case',
  },
  'policy.separation-of-duty': {
    zh: '承办、一级审核、复核、复审须由不同人员办理：您已作为{earlier}经手本案，不能再办理{wanted}',
    en: 'Handling, first, second and repeated review are by different persons: you took part as {earlier}, so you cannot do {wanted}',
  },
  'policy.separation-of-duty.remedy': {
    zh: '请由本组未经手本案的其他人员办理',
    en: 'Let another member of the group do it who has had no part in this case',
  },
  'policy.auxiliary-staff': {
    zh: '执法辅助人员不得实施执法行为',
    en: 'Auxiliary staff do not carry out enforcement acts',
  },
  'policy.auxiliary-staff.remedy': {
    zh: '请由持有效执法证的执法人员办理',
    en: 'Let an officer with a valid enforcement certificate do it',
  },
  'policy.process-administrator': {
    zh: '流程管理员不得办理案件',
    en: 'A process administrator works no case',
  },
  'policy.process-administrator.remedy': {
    zh: '请由本岗位的经办人员办理',
    en: 'Let staff of the post in charge do it',
  },
  'policy.assigned-to-other': {
    zh: '任务已由他人认领，只有认领人可以办理',
    en: 'Somebody else holds the task; only that person may work on it',
  },
  'policy.assigned-to-other.remedy': {
    zh: '请认领人办理、退回待认领或者转办给您',
    en: 'Ask that person to complete it, to release it or to assign it to you',
  },
  'policy.no-candidate': {
    zh: '您现任岗位不在本任务的办理范围内',
    en: 'None of your present appointments is among those the task is for',
  },
  'policy.no-candidate.remedy': {
    zh: '请由本任务办理岗位的人员办理',
    en: 'Let somebody do it who holds one of the appointments the task is for',
  },
  'policy.no-start-role': {
    zh: '您现任岗位不能发起本流程；可发起的岗位：{roles}',
    en: 'None of your present appointments may start this procedure; these may: {roles}',
  },
  'policy.no-start-role.remedy': {
    zh: '请由可发起岗位的人员发起',
    en: 'Let somebody start it who holds one of these appointments',
  },
  'kind.case-handling': { zh: '承办人', en: 'handler' },
  'kind.legal-review-first': { zh: '一级审核', en: 'first review' },
  'kind.legal-review-second': { zh: '复核', en: 'second review' },
  'kind.legal-review-re': { zh: '复审', en: 'repeated review' },
}
