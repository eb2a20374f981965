type Sentence = Readonly<{ zh: string; en: string }>

const another: Sentence = {
  zh: '请另选同岗位的人员，或者不登记代理人，由上级改派',
  en: 'Choose somebody of the same office, or nobody: a superior can reassign',
}

/** What R-ABSENCE says. */
export const absenceWords: Readonly<Record<string, Sentence>> = {
  'policy.absence.self': { zh: '本人不能代理本人', en: 'Nobody is his own substitute' },
  'policy.absence.self.remedy': another,
  'policy.absence.away': {
    zh: '代理人自己缺勤至{until}',
    en: 'The substitute is away himself until {until}',
  },
  'policy.absence.away.remedy': another,
  'policy.absence.office': {
    zh: '代理人没有与缺勤人员相同的岗位：代理不给人本来没有的权限',
    en: 'The substitute holds none of the same offices: substitution gives no right he has not',
  },
  'policy.absence.office.remedy': another,
  'policy.absence.present': {
    zh: '任务没有持有人，或者持有人今天没有登记缺勤',
    en: 'Nobody holds the task, or its holder is not away today',
  },
  'policy.absence.present.remedy': { zh: '请持有人办理或者转办', en: 'Ask its holder to do it or to pass it on' },
  'policy.absence.not-substitute': {
    zh: '您不是登记的代理人',
    en: 'You are not the registered substitute',
  },
  'policy.absence.not-substitute.remedy': { zh: '请上级改派', en: 'Ask a superior to reassign it' },
}
