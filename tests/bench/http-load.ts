import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

/** What a load run needs to know. */
export interface Load {
  url: string
  connections: number
  seconds: number
  /** A file with one request a line: path and body. */
  requests: string
  /** Whether the lines may be sent again when there are no more. */
  repeats: boolean
  headers: Record<string, string>
}

/** What came of it. */
export interface Answered {
  perSecond: number
  p50Ms: number
  p99Ms: number
  sent: number
  /** Answers other than 2xx, and connections that failed. */
  refused: number
}

/** Sends requests as fast as so many connections can, from a process of its own, so that the server's processor time is the server's. */
async function run({ url, connections, seconds, requests, repeats, headers }: Load): Promise<Answered> {
  const lines = readFileSync(requests, 'utf8').trim().split('\n')
  let sent = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    requests: [
      {
        method: 'POST',
        setupRequest(request) {
          const line = lines[repeats ? sent % lines.length : sent]
          sent++
          if (line === undefined) throw new Error(`Expected more than ${lines.length} requests`)
          const [path = '', body = ''] = line.split('\t')
          return { ...request, path, body, headers: { ...headers, 'idempotency-key': randomUUID() } }
        },
      },
    ],
  })
  const { requests: rate, latency, non2xx, errors } = result
  return { perSecond: rate.average, p50Ms: latency.p50, p99Ms: latency.p99, sent, refused: non2xx + errors }
}

process.once('message', (load: Load) => {
  void run(load).then(
    answered => process.send?.(answered, () => process.exit(0)),
    error => {
      console.error(error)
      process.exit(1)
    },
  )
})
