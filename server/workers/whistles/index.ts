import type { Worker } from '../worker.ts'
import { checkDuty } from './check-duty.ts'
import { initWhistle } from './init-whistle.ts'
import { routeWhistle } from './route-whistle.ts'
import { writeEvaluation } from './write-evaluation.ts'
import { writeResponses } from './write-responses.ts'

/** The jobs of `whistle-dispatch`. */
export const whistleWorkers: readonly Worker[] = [initWhistle, checkDuty, routeWhistle, writeEvaluation, writeResponses]
