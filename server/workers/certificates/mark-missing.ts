import { batchRecord } from '../../registers/cleanup-batches.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/** Notes that a unit let the time of grace pass too (inputs `batchId`, `unitOrg`): the clean-up goes on without it. */
export const markMissing: Worker = {
  type: 'mark-missing',
  timeout: 30_000,
  async handle(job, { act, registers }) {
    const [batchId, org] = [textInput(job, 'batchId'), textInput(job, 'unitOrg')]
    await act(job, {
      verb: 'cleanup.missing',
      payload: { batch: batchId, unit: org },
      subject: { bizKey: batchId },
      // Read inside: several units may let it pass at the same moment.
      inside: () => [
        batchRecord(batchId, { missing: [...new Set([...(registers.batches.find(batchId)?.missing ?? []), org])] }),
      ],
    })
    return undefined
  },
}
