import type { RegisterRecord } from '../journal/act.ts'
import { type Documents, documentRecord, type MadeDocument } from '../registers/documents.ts'
import { fileRecord } from '../registers/files.ts'
import { writeDocx } from './docx/write-docx.ts'
import type { FileStore } from './file-store.ts'
import type { Template } from './templates/template.ts'

/** What a document is made for. */
export interface DocumentOrder<Facts> {
  template: Template<Facts>
  facts: Facts
  /** The street whose number it gets, with its name as numbers bear it (粮道街). */
  orgCode: string
  street: string
  /** Of the format: `{street}法审〔{year}〕{n}号`. */
  format: string
  organName: string
  /** Office day, `2026-11-24`. */
  day: string
  of: Pick<MadeDocument, 'caseNo' | 'bizKey' | 'processInstanceKey' | 'round' | 'jobKey'>
}

/**
 * Makes a document and the records of the act that enters it. Runs inside the act's transaction, so that numbers follow
 * each other without a gap; the content is on the disk when it returns, and nobody's if the act is taken back.
 */
export function makeDocument<Facts>(
  { documents, files }: { documents: Pick<Documents, 'nextNumber'>; files: Pick<FileStore, 'keep'> },
  order: DocumentOrder<Facts>,
): { docNo: string; register: RegisterRecord[] } {
  const { template, facts, orgCode, street, format, organName, day, of } = order
  const year = Number(day.slice(0, 4))
  const series = `${orgCode}-${template.series}`
  const number = documents.nextNumber(series, year)
  const docNo = numbered(format, { street, year, n: number })
  const blocks = template.write({ docNo, organName, date: spokenDay(day) }, facts)
  const content = writeDocx(`${template.name} ${docNo}`, blocks)
  const name = `${template.name} ${docNo}.docx`
  const file = files.keep(content)
  const made = { template: template.id, docNo, series, year, number, orgCode, ...of, ...file, name }
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { docNo, register: [documentRecord(made), fileRecord({ ...file, name, type })] }
}

function numbered(format: string, values: Record<string, string | number>): string {
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** `2026年11月24日`. */
function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
