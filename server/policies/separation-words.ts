type Sentence = Readonly<{ zh: string; en: string }>

/** What helps where somebody had a part in the case already. */
export const anotherOfGroup: Sentence = {
  zh: '请由本组未经手本案的其他人员办理',
  en: 'Let another member of the group do it who has had no part in this case',
}
/** What R-SOD says. */
export const separationWords: Readonly<Record<string, Sentence>> = {
  'policy.separation-of-duty.handler': {
    zh: '承办人不得审核本案：您已作为{earlier}经手本案，不能再办理{wanted}',
    en: 'A handler does not review the same case: you took part in it as {earlier}, so you cannot do {wanted}',
  },
  'policy.separation-of-duty.handler.remedy': anotherOfGroup,
  'policy.separation-of-duty': {
    zh: '承办、一级审核、复核、复审、听证主持、罚款录入须由不同人员办理：您已作为{earlier}经手本案，不能再办理{wanted}',
    en: 'Handling, the three reviews, hosting the hearing and entering fines are apart: you took part as {earlier}, so you cannot do {wanted}',
  },
  'policy.separation-of-duty.remedy': anotherOfGroup,
}
