import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DISPUTE_KINDS, DISPUTE_OUTCOMES, type Dispute } from '../../registers/disputes.ts'
import type { ProcedureRow, ProcedureRows } from '../../registers/procedure-register.ts'
import { TRANSFER_OUTCOMES, type Transfer } from '../../registers/transfers.ts'
import { type Environment, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { writeCsv } from '../register-files/csv.ts'
import { json, route } from '../route.ts'
import { PageSchema, pageJson, paging } from '../schemas/page.ts'
import { submit } from '../submit.ts'
import { viewedOrganisations } from '../visibility.ts'
import { DISPUTE_HEADING, disputeCells, TRANSFER_HEADING, transferCells } from './cells.ts'
import { disputeJson, transferJson } from './rows-json.ts'
import { DisputeSchema, TransferSchema } from './schemas.ts'

const q = z.string().max(100).optional()
const TransferFilter = z.strictObject({ q, outcome: z.enum(['running', ...TRANSFER_OUTCOMES]).optional() })
const DisputeFilter = z.strictObject({
  q,
  outcome: z.enum(['running', ...DISPUTE_OUTCOMES]).optional(),
  kind: z.enum(DISPUTE_KINDS).optional(),
})
const file = { description: 'UTF-8 with BOM', content: { 'text/csv': { schema: z.string() } } }

/** Rows of one file; more is asked for in parts. */
const MOST_ROWS = 20_000
const PORTION = 200

/** The registers of transfers and of disputes: of bodies that take part in them. */
export const cooperationRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/transfers',
      summary: 'Transfers of cases from and to my body and those I supervise, a row for each time one was sent',
      request: { query: TransferFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(TransferSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      const { house, language } = c.var
      const { limit, after, ...filter } = c.req.valid('query')
      const { items, ...page } = house.transfers.list({ limit, after }, transfersWanted(c, filter))
      return c.json({ items: items.map(row => transferJson(house, row, language)), page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/disputes',
      summary: 'Disputes my body and those I supervise take part in',
      request: { query: DisputeFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(DisputeSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      const { house, language } = c.var
      const { limit, after, ...filter } = c.req.valid('query')
      const { items, ...page } = house.disputes.list({ limit, after }, disputesWanted(c, filter))
      return c.json({ items: items.map(row => disputeJson(house, row, language)), page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/cooperation-files/transfers',
      summary: 'The register of transfers as comma-separated values',
      request: { query: TransferFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const isWanted = transfersWanted(c, c.req.valid('query'))
      await note(c, 'transfer.export')
      const rows = allOf(house.transfers, isWanted).map(row => transferCells(transferJson(house, row, language)))
      return csv(c, 'transfers', [TRANSFER_HEADING[language], ...rows])
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/cooperation-files/disputes',
      summary: 'The register of disputes as comma-separated values',
      request: { query: DisputeFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const isWanted = disputesWanted(c, c.req.valid('query'))
      await note(c, 'dispute.export')
      const rows = allOf(house.disputes, isWanted).map(row => disputeCells(disputeJson(house, row, language)))
      return csv(c, 'disputes', [DISPUTE_HEADING[language], ...rows])
    },
  )

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

/** Whose rows somebody reads: auditors all, others those their own bodies or those they supervise take part in. */
function ownRows({ var: { house, caller } }: Context<Environment>): (parties: readonly string[]) => boolean {
  const { person } = caller
  const { permissions, appointments } = person
  if (permissions.includes('audit')) return () => true
  if (!permissions.includes('work') && !permissions.includes('supervise'))
    throw new Problem('permission.missing', { permission: 'permission.work' })
  const own = appointments.flatMap(({ org }) => house.people.findOrganisation(org)?.entity ?? [])
  const seen = new Set([...own, ...viewedOrganisations(house, person)])
  return parties => parties.some(org => seen.has(org))
}

/** Whether what is asked for stands in one of the texts, or in the name of a party. */
function finder({ var: { house } }: Context<Environment>, asked = '') {
  const wanted = asked.trim().toLowerCase()
  return (texts: readonly (string | null)[], parties: readonly string[]) => {
    if (wanted === '') return true
    const names = parties.map(org => house.people.findOrganisation(org)?.name ?? '')
    return [...texts, ...names].some(text => text?.toLowerCase().includes(wanted))
  }
}

/** Who took a file is written down. */
async function note(c: Context<Environment>, verb: string): Promise<void> {
  await submit(c.var.house, c.var.caller, { kind: 'access', verb, permit: () => {} })
}

function allOf<Row extends ProcedureRow>(rows: ProcedureRows<Row>, isWanted: (row: Row) => boolean): Row[] {
  const found: Row[] = []
  let after: string | undefined
  do {
    const page = rows.list({ limit: PORTION, after }, isWanted)
    found.push(...page.items)
    after = page.endCursor
  } while (after !== undefined && found.length < MOST_ROWS)
  return found
}

function csv(c: Context<Environment>, name: string, rows: string[][]) {
  return c.body(writeCsv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}
