import { dayOf } from '../../deadlines/office-day.ts'
import { BpmnError } from '../../engine/index.ts'
import { batchRecord } from '../../registers/cleanup-batches.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { reporterOf } from './certificate-inputs.ts'

/**
 * Begins the clean-up of a month and answers its `batchId` (`2026-09`) with the bodies to ask: those whose people hold a
 * valid certificate. A month that was begun already is the error `batch-exists`.
 */
export const openCleanupBatch: Worker = {
  type: 'open-cleanup-batch',
  timeout: 30_000,
  async handle(job, tools) {
    const { registers, clock, act } = tools
    const day = dayOf(clock.now())
    const batchId = day.slice(0, 7)
    const begun = registers.batches.find(batchId)
    if (begun && begun.processInstanceKey !== job.processInstanceKey)
      throw new BpmnError('batch-exists', `The clean-up of ${batchId} was begun before`)
    const units = unitsOf(tools, day)
    if (!begun)
      await act(job, {
        verb: 'cleanup.open',
        payload: { batch: batchId, units: units.length },
        subject: { bizKey: batchId },
        register: [
          batchRecord(batchId, { processInstanceKey: job.processInstanceKey, units: units.map(unit => ({ ...unit })) }),
        ],
      })
    return { batchId, units: units.map(unit => ({ ...unit })), caseTitle: `${batchId} 证件清理`, orgCode: 'WC-SFJ' }
  },
}

/** Bodies whose people hold certificates: streets, departments, and the bureau itself, whose supervisors hold theirs. */
const UNITS: ReadonlySet<string> = new Set(['subdistrict', 'empowering-department', 'department'])
const BUREAU = 'WC-SFJ'

function unitsOf(tools: WorkerTools, day: string): { org: string; orgName: string; reporter: string }[] {
  const { registers, people, clock } = tools
  const holders = registers.service.inService(day, new Date(clock.now()).toISOString())
  const bodies = [...new Set(holders.flatMap(({ entity }) => entity ?? []))].filter(entity =>
    UNITS.has(people.findOrganisation(entity)?.kind ?? ''),
  )
  return bodies.map(org => ({
    org,
    orgName: people.findOrganisation(org)?.name ?? org,
    reporter: org === BUREAU ? `justice-bureau-leader@${BUREAU}` : reporterOf(tools, org),
  }))
}
