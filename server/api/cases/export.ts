import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { officeTime } from '../../clock/office-time.ts'
import type { BoundedPage } from '../../registers/cases/bounded-list.ts'
import { type Environment, routes } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { writeCsv } from '../register-files/csv.ts'
import { route } from '../route.ts'
import { submit } from '../submit.ts'
import { listedCaseJson } from './case-json.ts'
import { CaseFilter, caseQuery } from './cases.ts'
import { PartyFilter, partyQuery } from './parties.ts'
import { partyJson } from './party-json.ts'
import { reviewJson } from './review-json.ts'
import { ReviewFilter, reviewQuery } from './reviews.ts'

/** Rows of one file; more is asked for in parts, by day. */
const MOST_ROWS = 20_000
const PORTION = 200

const file = { description: 'UTF-8 with BOM', content: { 'text/csv': { schema: z.string() } } }

/** The registers as files for a spreadsheet; who took which is written down (行政处罚法 第50条). */
export const caseFileRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/case-files/cases',
      summary: 'The register of cases as comma-separated values',
      request: { query: CaseFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const filter = c.req.valid('query')
      const query = caseQuery(c, filter)
      await note(c, 'case.export', filter)
      const found = allOf(page => house.caseLists.cases({ ...query, ...page }))
      return csv(c, 'cases', [CASE_HEADING[language], ...found.map(each => caseCells(house, each, language))])
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/case-files/parties',
      summary: 'The register of parties as comma-separated values, masked',
      request: { query: PartyFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const filter = c.req.valid('query')
      const query = partyQuery(c, filter)
      await note(c, 'party.export', filter)
      const found = allOf(page => house.caseLists.parties({ ...query, ...page }))
      return csv(c, 'parties', [PARTY_HEADING[language], ...found.map(each => partyCells(house, each, language))])
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/case-files/reviews',
      summary: 'The register of reviews as comma-separated values: a row for each opinion',
      request: { query: ReviewFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const filter = c.req.valid('query')
      const query = reviewQuery(c, filter)
      await note(c, 'review.export', filter)
      const found = allOf(page => house.caseLists.reviews({ ...query, ...page }))
      return csv(c, 'reviews', [REVIEW_HEADING[language], ...found.flatMap(each => reviewCells(house, each, language))])
    },
  )

/** The filter is part of it, and so is a name that was searched: it is hidden like the name itself. */
async function note(c: Context<Environment>, verb: string, filter: Record<string, string | undefined>): Promise<void> {
  const { q, ...plain } = filter
  const given = Object.entries({ ...plain, searched: q }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  await submit(c.var.house, c.var.caller, {
    ...{ kind: 'access', verb, payload: Object.fromEntries(given), personal: ['searched'] },
    permit: () => {},
  })
}

function allOf<Row>(ask: (page: { limit: number; after?: string | undefined }) => BoundedPage<Row>): Row[] {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const page = ask({ limit: PORTION, after })
    rows.push(...page.items)
    after = page.endCursor
  } while (after !== undefined && rows.length < MOST_ROWS)
  return rows
}

function csv(c: Context<Environment>, name: string, rows: string[][]) {
  return c.body(writeCsv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}

type Heading = Record<Language, string[]>
const CASE_HEADING: Heading = {
  zh: ['案号', '街道', '案由', '执法事项', '当事人', '承办人', '状态', '立案时间', '最后实质变更'],
  en: ['Case', 'Street', 'Subject', 'Item', 'Party', 'Handlers', 'State', 'Registered', 'Last material change'],
}
const PARTY_HEADING: Heading = {
  zh: ['编号', '街道', '类型', '姓名或者名称', '字号', '证件号码', '统一社会信用代码', '法定代表人', '住所'],
  en: ['Id', 'Street', 'Kind', 'Name', 'Trade name', 'Document', 'Credit code', 'Representative', 'Address'],
}
const REVIEW_HEADING: Heading = {
  zh: ['案号', '街道', '审核什么', '轮次', '环节', '审核人', '意见', '理由', '时间', '结果', '意见书文号'],
  en: ['Case', 'Street', 'Of', 'Round', 'Step', 'Reviewer', 'Opinion', 'Reason', 'At', 'Outcome', 'Document'],
}

function caseCells(house: House, found: Parameters<typeof listedCaseJson>[1], language: Language): string[] {
  const each = listedCaseJson(house, found, language)
  const handlers = each.handlers.map(({ name }) => name).join('、')
  const times = [each.filedAt, each.lastMaterialChangeAt].map(officeTime)
  return [
    each.caseNo,
    each.org.name,
    each.title,
    each.item.name,
    each.partyName ?? '',
    handlers,
    each.state.label,
    ...times,
  ]
}

function partyCells(house: House, found: Parameters<typeof partyJson>[1], language: Language): string[] {
  const each = partyJson(house, found, language)
  const { partyId, org, partyType, partyName, tradeName, idNumber, creditCode, legalRep, partyAddress } = each
  const told = [partyName, tradeName, idNumber, creditCode, legalRep, partyAddress]
  return [partyId, org.name, partyType.label, ...told.map(text => text ?? '')]
}

function reviewCells(house: House, found: Parameters<typeof reviewJson>[1], language: Language): string[][] {
  const { caseNo, org, reviewType, opinions, outcome, docNos } = reviewJson(house, found, language)
  const rows = opinions.map(({ round, step, person, opinion, reason, at }) => [
    ...[caseNo, org.name, reviewType?.label ?? '', String(round), step.label, person?.name ?? '', opinion.label],
    ...[reason ?? '', officeTime(at), outcome.label, docNos.join('、')],
  ])
  return rows.length > 0
    ? rows
    : [[caseNo, org.name, reviewType?.label ?? '', '', '', '', '', '', '', outcome.label, '']]
}

/** `2026-11-24 10:00`, as the office's clock showed it. */
