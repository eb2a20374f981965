import { expect, test } from 'vitest'
import type { ActivatedJob, Json } from '../../engine/index.ts'
import type { PreservedGood } from '../../registers/preserved-goods.ts'
import type { WorkerDeed, WorkerTools } from '../worker.ts'
import { disposeGoods } from './dispose-goods.ts'
import { noteGoods } from './note-goods.ts'

const NOW = Date.parse('2026-05-08T02:00:00Z')

/** A register of three things, and what a job does to it. */
async function run(worker: typeof noteGoods, variables: Record<string, Json>, known: Partial<PreservedGood>[]) {
  const rows = known.map((good, at) => ({ position: at + 1, way: null, lapsedAt: null, caseNo: null, ...good }))
  const messages: { name: string; correlationKey: string }[] = []
  const written = new Map<string, unknown>()
  const answer = await worker.handle(
    { jobKey: '7', elementId: 'step', customHeaders: {}, variables } as unknown as ActivatedJob,
    {
      clock: { now: () => NOW },
      cases: { find: () => ({ itemCode: 'C-001' }) },
      registers: { preservedGoods: { of: () => rows } },
      act(_: unknown, { register = [] }: WorkerDeed) {
        for (const { id, value } of register) {
          written.set(id, value)
          Object.assign(rows.find(({ position }) => id.endsWith(`/${position}`))!, value)
        }
      },
      publish: (_: unknown, message: { name: string; correlationKey: string }) => void messages.push(message),
    } as unknown as WorkerTools,
  )
  return { answer, messages, written }
}

const base = { preservationId: 'BC-1' }
const things = (...ways: (string | null)[]) => ways.map((way, at) => ({ name: `物品${at}`, quantity: '1 件', way }))

test.each([
  [['return', 'seize'], true, 1],
  [['release', 'transfer'], true, 0],
  [['seize', 'seize', 'seize'], false, 1],
  [['appraise', 'transfer'], false, 0],
])(
  'of what becomes %j, something goes back: %s, and seizures are requested %s times',
  async (ways, hasReturn, requests) => {
    const given = { ...base, preservedItems: things(...ways), disposalBasis: '不作证据' }
    const { answer, messages } = await run(
      disposeGoods,
      given,
      things(...ways.map(() => null)) as Partial<PreservedGood>[],
    )
    expect(answer).toEqual({ hasReturn })
    expect(messages.map(({ name, correlationKey }) => `${name} ${correlationKey}`)).toEqual(
      Array(requests).fill('msg.seizure.request BC-1/KY'),
    )
  },
)

test.each([
  [
    'kept',
    { executedAt: '2026-04-30T09:30+08:00', noticeNo: '1号' },
    [1, 2, 3],
    { executedAt: '2026-04-30T01:30:00.000Z' },
  ],
  ['served', { servedAt: '2026-05-07T09:00+08:00', serveMethod: 'post' }, [1, 2, 3], { servedHow: 'post' }],
  ['returned', { returnedAt: '2026-05-08T09:00+08:00', receiver: '某人' }, [1], { receiver: '某人' }],
  ['lapsed', {}, [1, 2, 3], { lapsedAt: '2026-05-08T02:00:00.000Z' }],
])('%s concerns what it should', async (step, values, positions, expected) => {
  const known = things('return', 'seize', 'appraise') as Partial<PreservedGood>[]
  const { written } = await run(noteGoods, { ...base, step, ...values }, known)
  expect([...written.keys()]).toEqual(positions.map(position => `BC-1/${position}`))
  expect(written.get('BC-1/1')).toMatchObject(expected)
})

test('when the keeping lapsed everything is given back, whatever it was', async () => {
  const lapsed = things(null, null).map(good => ({ ...good, lapsedAt: '2026-05-08T02:00:00.000Z' }))
  const { written } = await run(noteGoods, { ...base, step: 'returned' }, lapsed as Partial<PreservedGood>[])
  expect([...written.keys()]).toEqual(['BC-1/1', 'BC-1/2'])
})

test('a step that nobody knows is refused', async () => {
  await expect(run(noteGoods, { ...base, step: 'burnt' }, [])).rejects.toThrow("found 'burnt'")
})
