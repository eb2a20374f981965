import type { Page, Route } from 'playwright-core'
import type { Seat } from './seat.ts'

/** How the answer of the server is tampered with to see a face of a page. */
export interface Tampering {
  /** Path of the question under `/api`, without its query. */
  api: string
  /** What an answer without anything in it looks like. */
  empty: { status: number; json: unknown }
}

const isAsked =
  ({ api }: Tampering) =>
  (url: URL) =>
    url.pathname === `/api${api}`

/** Nothing is answered, until the function that is returned is called. */
export async function holdAnswers(page: Page, tampering: Tampering): Promise<() => Promise<void>> {
  const held: Route[] = []
  const asked = isAsked(tampering)
  await page.route(asked, route => void held.push(route))
  return async () => {
    await page.unroute(asked)
    await Promise.all(held.map(route => route.continue().catch(() => undefined)))
  }
}

/** Nothing is there. */
export async function emptyAnswers(page: Page, tampering: Tampering): Promise<() => Promise<void>> {
  const asked = isAsked(tampering)
  await page.route(asked, route => route.fulfill(tampering.empty))
  return () => page.unroute(asked)
}

/** The server fails; the complaints of this seat about it are expected. */
export async function failAnswers({ page, complaints }: Seat, tampering: Tampering): Promise<() => Promise<void>> {
  const json = { type: 'urn:xunfa:problem:server.defect', title: '系统出错', status: 500, id: 'server.defect' }
  const asked = isAsked(tampering)
  await page.route(asked, route => route.fulfill({ status: 500, json }))
  return async () => {
    await page.unroute(asked)
    const others = complaints.filter(each => !/500/.test(each))
    complaints.splice(0, complaints.length, ...others)
  }
}
