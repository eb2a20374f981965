import { officeTime } from '../../clock/office-time.ts'
import type { Language } from '../language.ts'
import type { GuardedActJson } from './schemas.ts'

export const GUARDED_HEADING: Readonly<Record<Language, readonly string[]>> = {
  zh: ['时间', '办理方式', '规则', '任务类别', '环节', '案号', '行为人', '原持有人', '新持有人', '原因'],
  en: ['At', 'Verb', 'Rule', 'Kind of task', 'Step', 'Case', 'Who', 'From', 'To', 'Reason'],
}

const VERDICTS: Readonly<Record<GuardedActJson['verdict'], Readonly<Record<Language, string>>>> = {
  allowed: { zh: '允许', en: 'allowed' },
  reason: { zh: '须写明原因', en: 'with a reason' },
  second: { zh: '须第二人参与', en: 'with a second person' },
}

/** One use of a guarded verb as a line of a file. */
export function guardedCells(each: GuardedActJson, language: Language): string[] {
  return [
    ...[officeTime(each.at), each.verbName, VERDICTS[each.verdict][language], each.kindName, each.task],
    ...[each.caseNo ?? '', each.actor.name, each.from?.name ?? '', each.to?.name ?? '', each.reason ?? ''],
  ]
}
