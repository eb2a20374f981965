import { publishMessage } from './publish-message.ts'
import type { Worker } from './worker.ts'

/** Every job type this house works itself. */
export const workers: readonly Worker[] = [publishMessage]
