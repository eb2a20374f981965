import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'

/** How somebody's browser is set. */
export interface Look {
  language?: 'zh-CN' | 'en'
  theme?: 'light' | 'dark'
  width?: number
  height?: number
  /** Where the server is reached, when not at its own address. */
  address?: string
}

/** Somebody at a browser of one's own, signed in unless nobody is named. */
export interface Seat {
  page: Page
  context: BrowserContext
  /** What must not happen: errors in the console, exceptions, answers of 500 and more, requests to other places. */
  complaints: string[]
  /** Asks the server with the session of this browser, past the pages. */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>>
}

export interface Answer<T> {
  status: number
  body: T
}

/** How long a condition is waited for, ms. */
const PATIENCE = 30_000

/** Sits somebody down. Motion is off, so that what is looked at has come to rest. */
export async function openSeat(browser: Browser, url: string, accountId?: string, look: Look = {}): Promise<Seat> {
  const { language = 'zh-CN', theme = 'light', width = 1280, height = 800 } = look
  const context = await browser.newContext({
    ...{ baseURL: url, locale: language, timezoneId: 'Asia/Shanghai' },
    ...{ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' },
  })
  context.setDefaultTimeout(PATIENCE)
  if (language === 'en') await context.addInitScript(() => localStorage.setItem('xf-language', 'en'))
  const complaints: string[] = []
  watch(context, url, complaints)
  if (accountId) {
    const answer = await context.request.post('/api/session', { data: { accountId, password: DEMO_PASSWORD } })
    if (!answer.ok()) throw new Error(`Expected a session for ${accountId}, found ${answer.status()}`)
  }
  const seat: Seat = {
    page: await context.newPage(),
    context,
    complaints,
    async ask(method, path, body) {
      const answer = await context.request.fetch(`/api${path}`, { method, ...(body !== undefined && { data: body }) })
      const text = await answer.text()
      return { status: answer.status(), body: text === '' ? undefined : JSON.parse(text) }
    },
  }
  return seat
}

function watch(context: BrowserContext, url: string, complaints: string[]): void {
  const { origin } = new URL(url)
  context.on('request', request => {
    const asked = new URL(request.url())
    if (/^(https?|wss?):$/.test(asked.protocol) && asked.origin !== origin)
      complaints.push(`a request left for ${request.url()}`)
  })
  context.on('response', response => {
    if (response.status() >= 500) complaints.push(`${response.status()} of ${response.url()}`)
  })
  context.on('weberror', error => complaints.push(`an exception: ${error.error().message}`))
  context.on('console', message => {
    // A refusal is an answer; the browser writes every one of them to its console, whoever expects it.
    const isRefusal = /^Failed to load resource: .* status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !isRefusal) complaints.push(`the console: ${message.text()}`)
  })
}
