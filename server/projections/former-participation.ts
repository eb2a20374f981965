import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import { deletedInstances } from './deleted-instances.ts'

/** Keeps who had a hand in an instance when its lists forget it; applied before they do. */
export const formerParticipation: Projection = {
  name: 'former-participation',
  tables: ['former_participation'],
  open(db) {
    const into =
      'insert into former_participation (case_no, seq, person_id, user_task_key, completed_for, kind, element_id, process_instance_key, at)'
    const completed = db.prepare(
      `${into} select case_no, ended_seq, completed_by, user_task_key, completed_for, kind, element_id,
         process_instance_key, inbox_task.ended_at
       from inbox_task join instance_summary using (process_instance_key)
       where process_instance_key = ? and completed_by is not null and case_no is not null`,
    )
    const handled = db.prepare(
      `${into} select case_no, seq, person_id, 0, null, 'case-handling', null, process_instance_key, at
       from case_handler join instance_summary using (process_instance_key)
       where process_instance_key = ? and case_no is not null`,
    )
    const hadPart = db.prepare(
      `${into.replace('insert', 'insert or ignore')} select case_no, seq, person_id, user_task_key, null, kind,
         task_part.element_id, process_instance_key, at
       from task_part join inbox_task using (process_instance_key, user_task_key)
       join instance_summary using (process_instance_key) where process_instance_key = ? and case_no is not null`,
    )
    return entry => {
      for (const key of deletedInstances(entry).map(toColumn)) {
        completed.run(key)
        handled.run(key)
        hadPart.run(key)
      }
    }
  },
}
