import { certificateWorkers } from './certificates/index.ts'
import { escalate } from './escalate.ts'
import { extendLimit } from './extend-limit.ts'
import { lendReviewer } from './lend-reviewer.ts'
import { loadDisputeParties } from './load-dispute-parties.ts'
import { loadTransferHistory } from './load-transfer-history.ts'
import { makeDocumentWorker } from './make-document.ts'
import { preservationWorkers } from './preservation/index.ts'
import { publishMessage } from './publish-message.ts'
import { reassignTask } from './reassign-task.ts'
import { startProcedure } from './start-procedure.ts'
import { whistleWorkers } from './whistles/index.ts'
import type { Worker } from './worker.ts'
import { writeRegister } from './write-register.ts'

/** Every job type this house works itself. */
export const workers: readonly Worker[] = [
  publishMessage,
  reassignTask,
  lendReviewer,
  extendLimit,
  escalate,
  makeDocumentWorker,
  writeRegister,
  startProcedure,
  loadDisputeParties,
  loadTransferHistory,
  ...certificateWorkers,
  ...whistleWorkers,
  ...preservationWorkers,
]
