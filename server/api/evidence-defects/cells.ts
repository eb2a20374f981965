import { officeTime } from '../../clock/office-time.ts'
import type { Language } from '../language.ts'
import type { DefectJson } from './schemas.ts'
import { defectWord } from './words.ts'

export const DEFECT_HEADING: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '人员',
    '证号',
    '当时证件状态',
    '案号',
    '环节',
    '怎样参与',
    '行为时间',
    '发现时间',
    '认定',
    '认定人',
    '认定时间',
    '说明',
  ],
  en: [
    ...['Person', 'Certificate', 'State at the act', 'Case', 'Step', 'Part', 'Acted', 'Found', 'Judged'],
    ...['Judged by', 'When', 'Note'],
  ],
}

/** One act without a valid certificate as a line of a file. */
export function defectCells(each: DefectJson, language: Language): string[] {
  const word = (id: string) => defectWord(id, language)
  return [
    ...[each.person.name, each.certificate, word(each.certificateState), each.caseNo ?? '', each.task, word(each.part)],
    ...[officeTime(each.actedAt), officeTime(each.foundAt), word(each.state), each.assessedBy?.name ?? ''],
    ...[each.assessedAt === null ? '' : officeTime(each.assessedAt), each.note ?? ''],
  ]
}
