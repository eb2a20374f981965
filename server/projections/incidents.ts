import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { EngineRecord, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { deletedInstances } from './deleted-instances.ts'

/** Where processes could not go on, and when that was mended. */
export const incidents: Projection = {
  name: 'incidents',
  tables: ['incident_summary'],
  open(db) {
    const insert = db.prepare(
      `insert into incident_summary (incident_key, process_instance_key, process_definition_key, element_id,
         element_instance_key, error_type, error_message, job_key, variable_scope_key, created_at, created_seq)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const move = db.prepare(
      'update incident_summary set process_definition_key = ?, element_id = ? where incident_key = ?',
    )
    const forget = db.prepare('delete from incident_summary where process_instance_key = ?')
    const resolve = db.prepare('update incident_summary set resolved_at = ?, resolved_seq = ? where incident_key = ?')

    function create({ key, value }: EngineRecord<'INCIDENT'>, segment: Segment, { at, seq }: Entry): void {
      insert.run(
        toColumn(key),
        toColumn(segment.processInstanceKey!),
        toColumn(segment.processDefinitionKey!),
        value.elementId,
        toColumn(value.elementInstanceKey),
        value.errorType,
        value.errorMessage,
        value.jobKey ? toColumn(value.jobKey) : null,
        toColumn(value.variableScopeKey),
        at,
        seq,
      )
    }

    return entry => {
      for (const key of deletedInstances(entry)) forget.run(toColumn(key))
      for (const segment of entry.segments ?? []) {
        for (const record of segment.records) {
          if (record.valueType !== 'INCIDENT') continue
          if (record.intent === 'CREATED') create(record, segment, entry)
          else if (record.intent === 'MIGRATED')
            move.run(toColumn(segment.processDefinitionKey!), record.value.elementId, toColumn(record.key))
          else resolve.run(entry.at, entry.seq, toColumn(record.key))
        }
      }
    }
  },
}
