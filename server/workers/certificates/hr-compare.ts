import { dayOf } from '../../deadlines/office-day.ts'
import type { Json } from '../../engine/index.ts'
import type { HolderInService } from '../../registers/service-facts.ts'
import type { Worker } from '../worker.ts'
import { leadsBureau } from './certificate-inputs.ts'

/** A certificate whose holder may no longer need it, and who says so. */
export interface Suspect {
  certNo: string
  holderId: string
  holderName: string
  unitOrg: string
  unitName: string
  /** `report`, `staff`, `age`, joined by `+`. */
  source: string
  suspectReason: string
  /** Office date. */
  occurredAt: string
}

interface Change {
  officerId: string
  reason: string
  at: string
}

/**
 * Compares what the units report (`unitReports`) with the establishment and the table of retirement ages, and answers the
 * `suspects` with the rows the administrator of certificates decides on (`items`), and whether a head of the bureau is among
 * them, so that the batch is approved above him (`suspectsLeader`).
 */
export const hrCompare: Worker = {
  type: 'hr-compare',
  timeout: 60_000,
  async handle(job, tools) {
    const { registers, people, clock } = tools
    const now = clock.now()
    const day = dayOf(now)
    const changes = reported(job.variables.unitReports ?? null)
    const holders = registers.service.inService(day, new Date(now).toISOString())
    const suspects = holders.flatMap(holder => suspectOf(holder, changes.get(holder.personId), day) ?? [])
    const named = suspects.map(suspect => ({
      ...suspect,
      unitName: people.findOrganisation(suspect.unitOrg)?.name ?? suspect.unitOrg,
    }))
    const items = named.map(suspect => ({ ...suspect, answer: '', decision: null, decisionReason: '' }))
    const holderIds = named.map(({ holderId }) => holderId)
    const suspectsLeader = holderIds.some(holderId => leadsBureau(tools, holderId))
    return { suspects: named, items, suspectHolderIds: holderIds, suspectsLeader }
  },
}

/** What the units reported, by person; of somebody reported twice the first counts. */
function reported(reports: Json): Map<string, Change> {
  const all = Array.isArray(reports) ? (reports as { changes?: Change[] | null }[]) : []
  return new Map(all.flatMap(report => report?.changes ?? []).map(change => [change.officerId, change]))
}

/** What speaks against somebody's certificate: the unit's report, that the establishment does not know him, his age. */
function suspectOf(holder: HolderInService, change: Change | undefined, day: string): Suspect | undefined {
  const { certNo, personId, name, entity, staffing, retiresIn } = holder
  const isUnknown = staffing === null || staffing === 'other'
  const isOfAge = retiresIn !== null && retiresIn <= day.slice(0, 7)
  const sources = [...(change ? ['report'] : []), ...(isUnknown ? ['staff'] : []), ...(isOfAge ? ['age'] : [])]
  if (sources.length === 0) return undefined
  return {
    ...{ certNo, holderId: personId, holderName: name, unitOrg: entity ?? '', unitName: entity ?? '' },
    source: sources.join('+'),
    suspectReason: change?.reason ?? (isOfAge ? 'retire' : 'transferOut'),
    occurredAt: change?.at ?? (isOfAge && retiresIn !== null ? `${retiresIn}-01` : day),
  }
}
