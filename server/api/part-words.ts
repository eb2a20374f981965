import { intakeComplaints, intakeProblems } from './intake/words.ts'
import { limitComplaints, limitProblems } from './limits/words.ts'

/** What doors say that have words of their own. */
export const partProblems = { ...limitProblems, ...intakeProblems }

/** Their complaints about single fields. */
export const partComplaints = { ...limitComplaints, ...intakeComplaints }
