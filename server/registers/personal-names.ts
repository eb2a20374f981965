import type { Database } from 'better-sqlite3'

/** Which variables of a process hold personal data: what its forms declared so far. */
export interface PersonalNames {
  of(bpmnProcessId: string): string[]
  /** Those of every process. */
  all(): string[]
}

export function openPersonalNames(db: Database): PersonalNames {
  const names = db
    .prepare<[string], string>('SELECT name FROM personal_name WHERE bpmn_process_id = ? ORDER BY name')
    .pluck()
  const anywhere = db.prepare<[], string>('SELECT DISTINCT name FROM personal_name ORDER BY name').pluck()
  return { of: bpmnProcessId => names.all(bpmnProcessId), all: () => anywhere.all() }
}
