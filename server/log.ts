import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** The operator's log: what went wrong with the machine. Never the auditor's, who reads the journal; never a form's values. */
export function createLog(level: Config['LOG_LEVEL']): Log {
  // Standard output is for what the program tells people.
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
