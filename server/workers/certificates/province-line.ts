import { createHmac } from 'node:crypto'
import type { Json } from '../../engine/index.ts'

/** What the province's platform said to a report. */
export type ProvinceAnswer =
  | { state: 'sent' }
  | { state: 'answered'; receiptNo: string | null }
  | { state: 'refused'; note: string }

/** The line to the province's platform of certificates. */
export interface ProvinceLine {
  /** False: no address is set, and somebody carries the list over by hand. */
  isOpen: boolean
  /** Hands a report in; the same id is the same report. @throws Error when it did not get through, to be tried again */
  send(reportId: string, content: Record<string, Json>): Promise<ProvinceAnswer>
}

interface Address {
  url: string
  secret: string
}

/** How long the platform may take, ms. */
const TIMEOUT_MS = 10_000
const LONGEST_NOTE = 500

/**
 * POSTs each report as JSON, signed with the secret as webhooks are: `x-xunfa-signature: t=<seconds>,v1=<hex>` is the
 * HMAC-SHA-256 over `<seconds>.<body>`. An answer 2xx with `receiptNo` is a receipt, without it a receipt to come;
 * `accepted: false`, 400, 409 or 422 is a refusal, with `reason`; anything else did not get through.
 * @param now UTC ms of the sender's clock
 */
export function openProvinceLine(address: Address | undefined, now: () => number): ProvinceLine {
  if (!address) return { isOpen: false, send: () => Promise.reject(new Error('No address of the province is set')) }
  return {
    isOpen: true,
    async send(reportId, content) {
      const body = JSON.stringify({ id: reportId, ...content })
      const seconds = Math.floor(now() / 1000)
      const signature = createHmac('sha256', address.secret).update(`${seconds}.${body}`).digest('hex')
      const answer = await fetch(address.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-xunfa-id': reportId,
          'x-xunfa-signature': `t=${seconds},v1=${signature}`,
        },
        body,
        // Only the address that was set is ever spoken to.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      return answerOf(answer.status, await said(answer))
    },
  }
}

const REFUSALS: ReadonlySet<number> = new Set([400, 409, 422])

function answerOf(status: number, { receiptNo, accepted, reason }: Record<string, unknown>): ProvinceAnswer {
  const isThere = status >= 200 && status < 300
  const note = typeof reason === 'string' ? reason.slice(0, LONGEST_NOTE) : ''
  if (REFUSALS.has(status) || (isThere && accepted === false)) return { state: 'refused', note }
  if (!isThere) throw new Error(`The platform answered ${status}`)
  return typeof receiptNo === 'string' ? { state: 'answered', receiptNo } : { state: 'sent' }
}

async function said(answer: Response): Promise<Record<string, unknown>> {
  const said: unknown = await answer.json().catch(() => null)
  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
}
