import type { Route } from 'playwright-core'
import type { Seat } from './seat.ts'

/** How the answer of the server is tampered with to see a face of a page. */
export interface Tampering {
  /** Path of the question under `/api`, without its query. */
  api: string
  /** What an answer without anything in it looks like. */
  empty: { status: number; json: unknown }
}

/** What a page is told when it asks: nothing yet, that there is nothing, or that the server failed. */
export interface Tampered {
  /** Who waits, and who asks from now on, is told that there is nothing. */
  empty(): Promise<void>
  /** Who waits, and who asks from now on, is told that the server failed. */
  fail(): Promise<void>
  /** Who asks from now on is told the truth, who waits too; complaints of the failures are forgotten. */
  restore(): Promise<void>
}

const FAILURE = { type: 'urn:xunfa:problem:server.defect', title: '系统出错', status: 500, id: 'server.defect' }

/** Holds a question of a page back until it is said what is answered. */
export async function tamper({ page, complaints }: Seat, { api, empty }: Tampering): Promise<Tampered> {
  const held: Route[] = []
  let answer: ((route: Route) => Promise<void>) | undefined
  const asked = (url: URL) => url.pathname === `/api${api}`
  await page.route(asked, route => (answer ? answer(route) : void held.push(route)))
  const turn = async (to: (route: Route) => Promise<void>) => {
    answer = to
    // Who does not wait any longer cannot be answered.
    await Promise.all(held.splice(0).map(route => to(route).catch(() => undefined)))
  }
  return {
    empty: () => turn(route => route.fulfill(empty)),
    fail: () => turn(route => route.fulfill({ status: 500, json: FAILURE })),
    async restore() {
      await turn(route => route.continue())
      await page.unroute(asked)
      const others = complaints.filter(each => !/500/.test(each))
      complaints.splice(0, complaints.length, ...others)
    },
  }
}
