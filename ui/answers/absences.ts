import type { Named } from './envelope.ts'
import type { UserTask } from './tasks.ts'

export type AbsenceKind = 'leave' | 'sick' | 'trip' | 'training' | 'other'

/** That somebody is away; why is told to few. */
export interface Absence {
  absenceId: string
  person: Named
  kind: AbsenceKind | null
  fromDay: string
  toDay: string
  substitute: Named | null
  note: string | null
  state: 'now' | 'coming' | 'past' | 'ended'
  enteredBy: Named
  enteredAt: string
  canEnd: boolean
}

/** An open task of somebody who is away. */
export interface AbsentTask {
  task: UserTask
  until: string
  substitute: Named | null
  canTakeOver: boolean
  canReassign: boolean
}
