import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'documents'

/** A document the house made. */
export interface MadeDocument {
  /** `D19` … */
  template: string
  docNo: string
  /** Street and kind of document; numbers follow each other in it, year by year. */
  series: string
  year: number
  number: number
  orgCode: string
  caseNo: string | null
  /** What the procedure is about, for example a review. */
  bizKey: string | null
  processInstanceKey: Key | null
  round: number | null
  /** The job that asked for it. */
  jobKey: string | null
  fileId: string
  name: string
  /** Bytes. */
  size: number
}

/** A document with the instant it was made. */
export interface RegisteredDocument extends MadeDocument {
  madeAt: Instant
}

/** Documents by their numbers. */
export const documents: Projection = {
  name: `register ${REGISTER}`,
  tables: ['document'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO document (document_seq, template, doc_no, series, year, number, org_code, case_no, biz_key,
         process_instance_key, round, job_key, file_id, name, size, made_at)
       VALUES (@seq, @template, @docNo, @series, @year, @number, @orgCode, @caseNo, @bizKey, @instance, @round, @jobKey,
         @fileId, @name, @size, @at)`,
    )
    return ({ register = [], seq, at }) => {
      for (const { register: name, value } of register) {
        if (name !== REGISTER || !value) continue
        const { processInstanceKey } = value
        put.run({
          ...value,
          instance: processInstanceKey === null ? null : toColumn(String(processInstanceKey)),
          seq,
          at,
        })
      }
    }
  },
}

/** The record of an act that makes a document. */
export function documentRecord(document: MadeDocument): RegisterRecord {
  return { register: REGISTER, op: 'put', id: document.docNo, value: { ...document } }
}

/** What is asked of the register of documents; on the writer also inside a transaction. */
export interface Documents {
  find(docNo: string): RegisteredDocument | undefined
  /** What a job made already. */
  madeBy(jobKey: string): RegisteredDocument | undefined
  ofCase(caseNo: string): RegisteredDocument[]
  ofInstance(processInstanceKey: Key): RegisteredDocument[]
  /** Every document with this content. */
  withFile(fileId: string): RegisteredDocument[]
  /** The number after the last of a series in a year: none is left out. */
  nextNumber(series: string, year: number): number
}

type Row = Omit<RegisteredDocument, 'processInstanceKey'> & { processInstanceKey: number | null }

const COLUMNS = `template, doc_no AS docNo, series, year, number, org_code AS orgCode, case_no AS caseNo, biz_key AS bizKey,
  process_instance_key AS processInstanceKey, round, job_key AS jobKey, file_id AS fileId, name, size, made_at AS madeAt`

/** Prepares the questions once. */
export function openDocuments(db: Database): Documents {
  const select = (where: string) =>
    db.prepare<[string | number], Row>(`SELECT ${COLUMNS} FROM document WHERE ${where} ORDER BY document_seq`)
  const byNumber = select('doc_no = ?')
  const byJob = select('job_key = ?')
  const byCase = select('case_no = ?')
  const byInstance = select('process_instance_key = ?')
  const byFile = select('file_id = ?')
  const last = db
    .prepare<[string, number], number | null>('SELECT max(number) FROM document WHERE series = ? AND year = ?')
    .pluck()
  const first = (row: Row | undefined) => row && documentOf(row)
  return {
    find: docNo => first(byNumber.get(docNo)),
    madeBy: jobKey => first(byJob.get(jobKey)),
    ofCase: caseNo => byCase.all(caseNo).map(documentOf),
    ofInstance: processInstanceKey => byInstance.all(toColumn(processInstanceKey)).map(documentOf),
    withFile: fileId => byFile.all(fileId).map(documentOf),
    nextNumber: (series, year) => (last.get(series, year) ?? 0) + 1,
  }
}

function documentOf({ processInstanceKey, ...row }: Row): RegisteredDocument {
  return { ...row, processInstanceKey: processInstanceKey === null ? null : toKey(processInstanceKey) }
}
