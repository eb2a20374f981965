import { expect, test } from 'vitest'
import { AwaitedResults } from './awaited-results.ts'
import { WaitingRoom, waitOf } from './waiting-room.ts'

const never = new Promise<void>(() => {})

test('a seat is kept while somebody waits, and given up however it ends', async () => {
  const room = new WaitingRoom()
  for (let i = 0; i < 999; i++) void room.seat(() => never)
  let leave = (_: Error) => {}
  const last = room.seat(
    () =>
      new Promise((_, reject) => {
        leave = reject
      }),
  )
  await expect(room.seat(() => never)).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' })
  leave(new Error('gone'))
  await expect(last).rejects.toThrow('gone')
  expect(await room.seat(async () => 'seated')).toBe('seated')
})

test.each([
  ['nothing asked for: our own', 0, 10_000, 10_000],
  ['what was asked for', 500, 10_000, 500],
  ['not at all', -1, 10_000, -1],
  ['longer than a timer reaches', 5_000_000_000, 10_000, 2_147_483_647],
])('%s', (_, asked, own, expected) => {
  expect(waitOf(asked, own)).toBe(expected)
})

test('who hangs up waits for no result any more', async () => {
  let hangUp = () => {}
  const results = new AwaitedResults({ onCommit: () => () => {}, variablesOf: () => ({}) })
  const patience = {
    onGone(listener: () => void) {
      hangUp = listener
    },
  }
  const waiting = results.wait('1', { seq: 1, segments: [], results: [] } as never, 60_000, patience)
  hangUp()
  await expect(waiting).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' })
})
