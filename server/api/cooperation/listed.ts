import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DISPUTE_KINDS, DISPUTE_OUTCOMES, type Dispute } from '../../registers/disputes.ts'
import { TRANSFER_OUTCOMES, type Transfer } from '../../registers/transfers.ts'
import type { Environment } from '../environment.ts'
import type { ListedRegister } from '../listed-registers/listed-register.ts'
import { finder, ownBodies } from '../listed-registers/own-bodies.ts'
import { DISPUTE_HEADING, disputeCells, TRANSFER_HEADING, transferCells } from './cells.ts'
import { disputeJson, transferJson } from './rows-json.ts'
import type { DisputeJson, TransferJson } from './schemas.ts'

const q = z.string().max(100).optional()
const TransferFilter = z.strictObject({ q, outcome: z.enum(['running', ...TRANSFER_OUTCOMES]).optional() })
const DisputeFilter = z.strictObject({
  q,
  outcome: z.enum(['running', ...DISPUTE_OUTCOMES]).optional(),
  kind: z.enum(DISPUTE_KINDS).optional(),
})

/** Transfers of cases between offices, a row for each time one was sent: of bodies that take part in them. */
export const transfers: ListedRegister<typeof TransferFilter, Transfer, TransferJson> = {
  filter: TransferFilter,
  part: (c, filter, window) => c.var.house.transfers.list(window, transfersWanted(c, filter)),
  shown: ({ var: { house, language } }, row) => transferJson(house, row, language),
  file: { verb: 'transfer.export', heading: TRANSFER_HEADING, lines: transfer => [transferCells(transfer)] },
}

/** Disputes between offices: of bodies that take part in them. */
export const disputes: ListedRegister<typeof DisputeFilter, Dispute, DisputeJson> = {
  filter: DisputeFilter,
  part: (c, filter, window) => c.var.house.disputes.list(window, disputesWanted(c, filter)),
  shown: ({ var: { house, language } }, row) => disputeJson(house, row, language),
  file: { verb: 'dispute.export', heading: DISPUTE_HEADING, lines: dispute => [disputeCells(dispute)] },
}

function transfersWanted(c: Context<Environment>, { q: asked, outcome }: z.infer<typeof TransferFilter>) {
  const isOwn = ownRows(c)
  const find = finder(c, asked)
  return (row: Transfer) =>
    isOwn([row.fromOrg, row.toOrg]) &&
    (outcome === undefined || (row.outcome ?? 'running') === outcome) &&
    find([row.transferId, row.caseNo, row.caseTitle, row.docNo], [row.fromOrg, row.toOrg])
}

function disputesWanted(c: Context<Environment>, { q: asked, outcome, kind }: z.infer<typeof DisputeFilter>) {
  const isOwn = ownRows(c)
  const find = finder(c, asked)
  return (row: Dispute) => {
    const parties = [row.applicantOrg, ...row.respondentOrgs]
    return (
      isOwn(parties) &&
      (outcome === undefined || (row.outcome ?? 'running') === outcome) &&
      (kind === undefined || row.disputeKind === kind) &&
      find([row.disputeId, row.caseNo, row.caseTitle, row.issue, ...(row.docNos ?? [])], parties)
    )
  }
}

function ownRows(c: Context<Environment>): (parties: readonly string[]) => boolean {
  const seen = ownBodies(c)
  return parties => seen === undefined || parties.some(org => seen.has(org))
}
