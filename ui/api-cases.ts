import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { Form } from '../server/forms/index.ts'
import type {
  CaseFormKind,
  CaseRecord,
  Chronicle,
  ListedCase,
  Page,
  Party,
  Review,
  Variables,
  WholeParty,
} from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()
const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

/** What lists of cases are asked by. */
export interface CaseQuery {
  q?: string
  mine?: 'true'
  state?: 'filed' | 'reviewing' | 'closed'
  itemCode?: string
  org?: string
  partyId?: string
  from?: string
  to?: string
}
/** What lists of parties are asked by. */
export interface PartyQuery {
  q?: string
  partyType?: string
}
/** What lists of reviews are asked by. */
export interface ReviewQuery {
  caseNo?: string
  outcome?: 'running' | 'passed' | 'returned' | 'not-passed' | 'transferred' | 'canceled'
  reviewType?: string
}
type After = { after?: string }

/** The questions and acts on the registers of cases. */
export const casesOf = (server: Server) => ({
  cases: (query: CaseQuery & After, signal?: Signal): Promise<Page<ListedCase>> =>
    read(server.cases.$get({ query }, until(signal))),
  caseRecord: (caseNo: string, signal?: Signal) =>
    read(server.cases[':caseNo'].$get({ param: { caseNo } }, until(signal))) as Promise<CaseRecord>,
  chronicle: (caseNo: string, after: string | undefined, signal?: Signal): Promise<Chronicle> =>
    read(server.cases[':caseNo'].chronicle.$get({ param: { caseNo }, query: after ? { after } : {} }, until(signal))),
  /** The form has been read by the server, so it is one. */
  caseForm: async (form: CaseFormKind, caseNo?: string, signal?: Signal): Promise<Form> => {
    const query = caseNo === undefined ? {} : { caseNo }
    return (await read(server['case-forms'][':form'].$get({ param: { form }, query }, until(signal))))
      .form as unknown as Form
  },
  registerCase: (
    variables: Variables,
    more: { lateReason?: string | undefined; caseNo?: string | undefined } = {},
  ): Promise<{ caseNo: string; earlier?: { caseNo: string; org: string } | undefined }> =>
    read(
      server.cases.$post({
        json: {
          variables,
          ...(more.lateReason ? { lateReason: more.lateReason } : {}),
          ...(more.caseNo ? { caseNo: more.caseNo } : {}),
        },
      }),
    ),
  closeCase: (caseNo: string, variables: Variables, lateReason?: string) =>
    done(
      server.cases[':caseNo'].closing.$post({
        param: { caseNo },
        json: { variables, ...(lateReason ? { lateReason } : {}) },
      }),
    ),
  changeCase: (caseNo: string, variables: Variables, lateReason?: string) =>
    done(
      server.cases[':caseNo'].changes.$post({
        param: { caseNo },
        json: { variables, ...(lateReason ? { lateReason } : {}) },
      }),
    ),
  nameHandlers: (caseNo: string, variables: Variables, lateReason?: string) =>
    done(
      server.cases[':caseNo'].handlers.$put({
        param: { caseNo },
        json: { variables, ...(lateReason ? { lateReason } : {}) },
      }),
    ),
  startReview: (caseNo: string, variables: Variables): Promise<{ processInstanceKey: string }> =>
    read(server.cases[':caseNo'].reviews.$post({ param: { caseNo }, json: { variables } })),

  parties: (query: PartyQuery & After, signal?: Signal): Promise<Page<Party>> =>
    read(server.parties.$get({ query }, until(signal))),
  party: (partyId: string, signal?: Signal): Promise<Party> =>
    read(server.parties[':partyId'].$get({ param: { partyId } }, until(signal))),
  wholeParty: (partyId: string, reason: string) =>
    read(
      server.parties[':partyId'].disclosure.$post({ param: { partyId }, json: { reason } }),
    ) as unknown as Promise<WholeParty>,
  changeParty: (partyId: string, variables: Variables) =>
    done(server.parties[':partyId'].$put({ param: { partyId }, json: { variables } })),
  reviews: (query: ReviewQuery & After, signal?: Signal): Promise<Page<Review>> =>
    read(server.reviews.$get({ query }, until(signal))) as Promise<Page<Review>>,
})

/** Where a register is fetched as a file, with the filters of its page. */
export const caseFile = (
  register: 'cases' | 'parties' | 'reviews',
  query: Record<string, string | undefined>,
): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const text = new URLSearchParams(given).toString()
  return `/api/case-files/${register}${text ? `?${text}` : ''}`
}
