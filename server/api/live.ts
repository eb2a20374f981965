import { z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { routes } from './environment.ts'
import { type NoticeKind, noticesFor } from './notices.ts'
import { Problem } from './problem.ts'
import { route } from './route.ts'
import { findPerson } from './sign-in.ts'

const PING_MS = 25_000

const live = route({
  method: 'get',
  path: '/live',
  summary: 'Server-sent events: `notice` with the kinds that changed, `ping` now and then',
  responses: { 200: { description: 'The line', content: { 'text/event-stream': { schema: z.string() } } } },
})

/** Tells a browser after each commit that things of a kind changed which its person may see; it asks again by itself. */
export const liveRoutes = routes().openapi(live, c => {
  const { house, caller, sessionId } = c.var
  const hangUp = house.lines.enter(caller.person.personId)
  if (!hangUp) throw new Problem('live.too-many')
  // A proxy that collects the answer before it passes it on would hold every notice back.
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async stream => {
    const pending = new Set<NoticeKind>()
    let wake = () => {}
    const stop = house.engine.onCommit(outcomes => {
      const person = findPerson(house, caller.person.accountId)
      for (const kind of person ? noticesFor(house, person, outcomes) : []) pending.add(kind)
      if (pending.size > 0) wake()
    })
    const stopNews = house.postOffice.onNews(persons => {
      if (!persons.has(caller.person.personId)) return
      pending.add('notification')
      wake()
    })
    const leave = () => wake()
    stream.onAbort(leave)
    house.closing.signal.addEventListener('abort', leave)
    try {
      await stream.writeSSE({ event: 'ping', data: '' })
      const isOver = () => stream.aborted || house.closing.signal.aborted || !house.sessions.isOpen(sessionId)
      while (!isOver()) {
        if (pending.size === 0) {
          await pause(PING_MS, release => {
            wake = release
          })
        }
        if (isOver()) break
        const kinds = [...pending]
        pending.clear()
        if (kinds.length === 0) await stream.writeSSE({ event: 'ping', data: '' })
        else await stream.writeSSE({ event: 'notice', data: JSON.stringify({ kinds }) })
      }
    } finally {
      stop()
      stopNews()
      hangUp()
      house.closing.signal.removeEventListener('abort', leave)
    }
  })
})

/** Waits for the time or for the release, whichever comes first. */
function pause(milliseconds: number, handOut: (release: () => void) => void): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds)
    handOut(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
