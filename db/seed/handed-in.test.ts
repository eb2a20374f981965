import { expect, test } from 'vitest'
import type { App } from '../../server/app.ts'
import { handedIn, handingsIn } from './handed-in.ts'
import type { PeopleAtWork } from './people-at-work.ts'

test('filled soon after midnight, what comes this morning was taken down before now', async () => {
  const midnight = Date.parse('2026-11-23T00:05:00+08:00')
  const morning = Date.parse('2026-11-23T08:50:00+08:00')
  const takenDown: string[] = []
  const app = {
    clock: { now: () => midnight },
    async request(_: string, { body }: { body: string }) {
      takenDown.push((JSON.parse(body) as { receivedAt: string }).receivedAt)
      return new Response(null, { status: 201 })
    },
  } as unknown as App
  const people = { desk: async () => ({ send: async () => ({ secret: 's' }) }) } as unknown as PeopleAtWork
  for (const handing of handedIn)
    for (const { happen } of handingsIn(app, people, () => morning, handing)) await happen()
  expect(takenDown).toHaveLength(3)
  for (const instant of takenDown) expect(Date.parse(instant)).toBeLessThan(midnight)
})
