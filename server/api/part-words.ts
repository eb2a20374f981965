import { absenceComplaints, absenceProblems } from './absences/words.ts'
import { intakeComplaints, intakeProblems } from './intake/words.ts'
import { limitComplaints, limitProblems } from './limits/words.ts'

/** What doors say that have words of their own. */
export const partProblems = { ...limitProblems, ...intakeProblems, ...absenceProblems }

/** Their complaints about single fields. */
export const partComplaints = { ...limitComplaints, ...intakeComplaints, ...absenceComplaints }
