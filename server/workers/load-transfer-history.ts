import { dayOf } from '../deadlines/office-day.ts'
import type { ActivatedJob } from '../engine/index.ts'
import type { Organisation } from '../registers/people.ts'
import { kindOf, textInput } from './job-inputs.ts'
import type { Worker, WorkerTools } from './worker.ts'

/** Who works for a body, by what kind of body it is. */
interface Desks {
  officer: string
  check: string
  head: string
  desk: string
}

/**
 * What a transfer has to know before it begins (inputs `fromOrg`, `toOrg`, `itemCodes`): how often the case went back
 * between the two before, who works for either side, and whether the matter is the sender's own (R-SUBJECT).
 */
export const loadTransferHistory: Worker = {
  type: 'load-transfer-history',
  timeout: 30_000,
  handle(job, tools) {
    const { instances, transfers, items, clock } = tools
    const from = bodyOf(tools, textInput(job, 'fromOrg'), job)
    const to = bodyOf(tools, textInput(job, 'toOrg'), job)
    if (from.orgId === to.orgId)
      throw new Error(`Expected two bodies in '${job.elementId}', found '${from.orgId}' on both sides`)
    const codes = codesOf(job)
    const caseNo = instances.caseOf(job.processInstanceKey)
    const parties = { fromOrg: from.orgId, toOrg: to.orgId, butFor: job.processInstanceKey }
    const today = dayOf(clock.now())
    const sender = desksOf(from)
    const receiver = desksOf(to)
    return Promise.resolve({
      priorReturns: caseNo === undefined ? 0 : transfers.returnsBetween({ caseNo, ...parties }),
      fromName: from.name,
      toName: to.name,
      fromOfficer: [sender.officer],
      fromCheck: [sender.check],
      fromHead: [sender.head],
      recvDesk: [receiver.desk],
      recvHeadOffice: receiver.head,
      recvOfficer: [receiver.officer],
      toIsStreet: to.kind === STREET,
      ownItem: codes.length > 0 && codes.every(code => items.isEmpowered(from.orgId, code, today)),
      itemOptions: codes.map(code => ({ value: code, label: `${items.find(code, today)?.name ?? ''}（${code}）` })),
    })
  },
}

const STREET = 'subdistrict'

function desksOf({ orgId, kind }: Organisation): Desks {
  if (kind !== STREET)
    return {
      officer: `dept-officer@${orgId}`,
      check: `dept-guidance-head@${orgId}`,
      head: `dept-leader@${orgId}`,
      desk: `dept-dispatcher@${orgId}`,
    }
  const centre = `${orgId}-CEC`
  return {
    officer: `street-officer@${centre}`,
    check: `center-director@${centre}`,
    head: `subdistrict-deputy@${orgId}`,
    desk: `street-dispatcher@${centre}`,
  }
}

/** A body that acts in its own name: an office inside another transfers nothing. @throws Error */
function bodyOf({ people }: Pick<WorkerTools, 'people'>, org: string, { elementId }: ActivatedJob): Organisation {
  const found = people.findOrganisation(org)
  if (found?.entity === org && found.state !== 'dissolved') return found
  throw new Error(`Expected '${org}' of '${elementId}' to be a body that acts in its own name and stands today`)
}

function codesOf({ variables: { itemCodes }, elementId }: ActivatedJob): string[] {
  if (Array.isArray(itemCodes)) return itemCodes.map(String)
  throw new Error(`Expected a list as 'itemCodes' of '${elementId}', found ${kindOf(itemCodes)}`)
}
