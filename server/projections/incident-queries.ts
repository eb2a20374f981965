import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import { fromCursor, type Page, pageOf } from './cursor.ts'
import { createStatements } from './statements.ts'

/** Where a process could not go on. Instants are UTC ms. */
export interface Incident {
  incidentKey: Key
  errorType: string
  errorMessage: string
  elementId: string
  elementInstanceKey: Key
  processInstanceKey: Key
  processDefinitionKey: Key
  bpmnProcessId: string
  processName: string | null
  caseNo: string | null
  jobKey: Key | null
  variableScopeKey: Key
  createdAt: Instant
  createdSeq: number
  resolvedAt: Instant | null
}

export interface IncidentFilter {
  state?: 'ACTIVE' | 'RESOLVED'
  limit?: number
  after?: string
}

export interface Incidents {
  find(incidentKey: Key): Incident | undefined
  /** Newest first. */
  page(filter: IncidentFilter): Page<Incident>
  /** All of an instance, oldest first. */
  ofInstance(processInstanceKey: Key): Incident[]
}

interface Row {
  incidentKey: number
  errorType: string
  errorMessage: string
  elementId: string
  elementInstanceKey: number
  processInstanceKey: number
  processDefinitionKey: number
  bpmnProcessId: string
  processName: string | null
  caseNo: string | null
  jobKey: number | null
  variableScopeKey: number
  createdAt: number
  createdSeq: number
  resolvedAt: number | null
}

const SELECT = `select incident_key as incidentKey, error_type as errorType, error_message as errorMessage,
  element_id as elementId, element_instance_key as elementInstanceKey,
  incident.process_instance_key as processInstanceKey, incident.process_definition_key as processDefinitionKey,
  instance.bpmn_process_id as bpmnProcessId, definition.name as processName, instance.case_no as caseNo,
  job_key as jobKey, variable_scope_key as variableScopeKey, created_at as createdAt, created_seq as createdSeq,
  resolved_at as resolvedAt
  from incident_summary as incident join instance_summary as instance using (process_instance_key)
  left join definition_summary as definition on definition.process_definition_key = incident.process_definition_key`

/** Prepares each shape of question once. */
export function openIncidents(db: Database): Incidents {
  const statement = createStatements(db)
  return {
    find(incidentKey) {
      const key = Number(incidentKey)
      const row = Number.isSafeInteger(key) ? statement<Row>(`${SELECT} where incident_key = ?`).get(key) : undefined
      return row && incidentOf(row)
    },
    page({ state, limit = 50, after }) {
      const conditions = [
        ...(state ? [`resolved_at is ${state === 'ACTIVE' ? '' : 'not '}null`] : []),
        ...(after ? ['incident_key < ?'] : []),
      ]
      const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
      const sql = `${SELECT} ${where} order by incident_key desc limit ${limit + 1}`
      const rows = statement<Row>(sql).all(...(after ? fromCursor(after, 1) : []))
      return pageOf(rows, limit, incidentOf, row => [row.incidentKey])
    },
    ofInstance: key =>
      statement<Row>(`${SELECT} where incident.process_instance_key = ? order by incident_key`)
        .all(toColumn(key))
        .map(incidentOf),
  }
}

function incidentOf(row: Row): Incident {
  return {
    ...row,
    incidentKey: toKey(row.incidentKey),
    elementInstanceKey: toKey(row.elementInstanceKey),
    processInstanceKey: toKey(row.processInstanceKey),
    processDefinitionKey: toKey(row.processDefinitionKey),
    jobKey: row.jobKey === null ? null : toKey(row.jobKey),
    variableScopeKey: toKey(row.variableScopeKey),
  }
}
