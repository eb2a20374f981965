import { officeTime } from '../../clock/office-time.ts'
import type { Language } from '../language.ts'
import type { EscalationJson } from './schemas.ts'

export const ESCALATION_HEADING: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    ...['编号', '上报时间', '环节', '为何', '期限', '到期', '单号', '案号', '案由', '后果', '上报给', '单位'],
    ...['是否仍未办', '签收'],
  ],
  en: [
    ...['Number', 'Sent up', 'Step', 'Why', 'Limit', 'Was due', 'About', 'Case', 'Subject', 'Consequence', 'To'],
    ...['Body', 'Still open', 'Noted'],
  ],
}

const consequences: Readonly<Record<EscalationJson['consequence'], Readonly<Record<Language, string>>>> = {
  escalate: { zh: '升级，不视为同意', en: 'Went up' },
  release: { zh: '失效、解除', en: 'Lapsed' },
  forfeit: { zh: '权利丧失', en: 'Right lost' },
}

/** What went up as a line of a file. */
export function escalationCells(each: EscalationJson, language: Language): string[] {
  return [
    ...[String(each.seq), officeTime(each.at), each.elementName, each.kind?.name ?? '', each.limit?.name ?? ''],
    ...[each.dueDate ? officeTime(each.dueDate) : '', each.refId ?? '', each.caseNo ?? '', each.caseTitle ?? ''],
    ...[consequences[each.consequence][language], each.to.roleName, each.to.orgName ?? '', each.isOpen ? '1' : '0'],
    each.notes.map(({ person, at, note }) => `${person.name} ${officeTime(at)}${note ? ` ${note}` : ''}`).join('；'),
  ]
}
