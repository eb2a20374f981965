import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { ElementValue, EngineRecord, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

/** Deployed processes and forms, each version, and how many instances and incidents a version has. Deleted ones stay, for what was done with them. */
export const definitions: Projection = {
  name: 'definitions',
  tables: ['definition_summary', 'form_summary'],
  open(db) {
    const rows = openRows(db)
    return entry => {
      for (const segment of entry.segments ?? []) {
        for (const record of segment.records) {
          if (record.valueType === 'PROCESS') rows.noteProcess(record, entry)
          if (record.valueType === 'FORM') rows.noteForm(record, entry)
          if (record.intent === 'ELEMENT_MIGRATED') noteMigration(rows, record.value, segment)
          const [running, incidents] = countsOf(record, segment.processInstanceKey)
          if (running !== 0 || incidents !== 0) rows.count(segment.processDefinitionKey!, running, incidents)
        }
      }
    }
  },
}

/** An instance and its incidents count where they are now. */
function noteMigration(rows: Rows, { migration }: ElementValue, { records }: Segment): void {
  if (!migration) return
  const incidents = records.filter(({ valueType, intent }) => valueType === 'INCIDENT' && intent === 'MIGRATED').length
  rows.count(migration.from, -1, -incidents)
  rows.count(migration.processDefinitionKey, 1, incidents)
}

function countsOf(record: EngineRecord, processInstanceKey: Key | undefined): [running: number, incidents: number] {
  if (record.valueType === 'INCIDENT') return [0, { CREATED: 1, RESOLVED: -1, MIGRATED: 0 }[record.intent]]
  if (record.valueType !== 'PROCESS_INSTANCE' || record.key !== processInstanceKey) return [0, 0]
  if (record.intent === 'ELEMENT_ACTIVATING') return [1, 0]
  return record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED' ? [-1, 0] : [0, 0]
}

interface Rows {
  noteProcess(record: EngineRecord<'PROCESS'>, entry: Entry): void
  noteForm(record: EngineRecord<'FORM'>, entry: Entry): void
  count(processDefinitionKey: Key, running: number, incidents: number): void
}

function openRows(db: Database): Rows {
  const process = db.prepare(
    `insert into definition_summary (process_definition_key, bpmn_process_id, version, version_tag, name, resource_name,
       checksum, deployment_key, deployed_at, deployed_seq, running, incidents)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
  )
  const form = db.prepare(
    `insert into form_summary (form_key, form_id, version, version_tag, resource_name, checksum, deployment_key)
     values (?, ?, ?, ?, ?, ?, ?)`,
  )
  const deleteProcess = db.prepare('update definition_summary set deleted_at = ? where process_definition_key = ?')
  const deleteForm = db.prepare('update form_summary set deleted_at = ? where form_key = ?')
  const count = db.prepare(
    'update definition_summary set running = running + ?, incidents = incidents + ? where process_definition_key = ?',
  )
  return {
    noteProcess({ intent, value }, { at, seq }) {
      if (intent === 'DELETED') deleteProcess.run(at, toColumn(value.processDefinitionKey))
      if (intent !== 'CREATED') return
      const { processDefinitionKey, bpmnProcessId, version, versionTag, name, resourceName, checksum } = value
      const keys = [toColumn(processDefinitionKey), toColumn(value.deploymentKey)] as const
      const named = [versionTag ?? null, name ?? null, resourceName, checksum]
      process.run(keys[0], bpmnProcessId, version, ...named, keys[1], at, seq)
    },
    noteForm({ intent, value }, { at }) {
      if (intent === 'DELETED') deleteForm.run(at, toColumn(value.formKey))
      if (intent !== 'CREATED') return
      const { formKey, formId, version, versionTag, resourceName, checksum, deploymentKey } = value
      form.run(toColumn(formKey), formId, version, versionTag ?? null, resourceName, checksum, toColumn(deploymentKey))
    },
    count: (key, running, incidents) => void count.run(running, incidents, toColumn(key)),
  }
}
