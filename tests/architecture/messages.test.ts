import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBpmn, processesOf, readProcessVocabulary } from '../../server/bpmn/index.ts'
import { messageCatalogue } from '../../server/lint/index.ts'

/** Who of the house sends what a procedure waits for, and where. */
const HOUSE_SENDS: Readonly<Record<string, string>> = {
  'limit-overdue': 'server/clock/limit-clock.ts',
  'limit-overdue-next': 'server/clock/limit-clock.ts',
  'msg.hotline.dispatched': 'server/api/intake/receive-matter.ts',
  'msg.cert.action-requested': 'server/workers/certificates/start-batch-revocations.ts',
  'msg.cert.renewal-due': 'server/clock/certificate-clock.ts',
  'msg.training.credited': 'server/api/acts/change-registers.ts',
}
/** What a procedure waits for, and whoever asks for it is no shipped procedure: the main case, an office's own diagram. */
const ASKED_FROM_OUTSIDE: readonly string[] = ['msg.legal-review.request', 'msg.dispute.request']
/** What is only told (catalogue §4: 只通知, 订阅方), or goes to a procedure that is not shipped. */
const ONLY_TOLD: readonly string[] = [
  ...[
    'msg.whistle.signed',
    'msg.whistle.arrived',
    'msg.whistle.feedback',
    'msg.whistle.evaluated',
    'msg.whistle.closed',
  ],
  // Whoever called the dispute has its answer from the call; this is for who asked by message.
  'msg.dispute.resolved',
  ...['msg.transfer.accepted', 'msg.transfer.returned', 'msg.transfer.case-received'],
  ...['msg.legal-review.result', 'msg.supervise.urge'],
]

interface Element {
  $type: string
  id?: string
  name?: string
  type?: string
  source?: string
  target?: string
  messageRef?: { name?: string }
  eventDefinitions?: Element[]
  [member: string]: unknown
}

/** What the diagrams of one folder send and wait for. */
async function messagesOf(file: string) {
  const definitions = await parseBpmn(readFileSync(file, 'utf8'))
  const sent = new Set<string>()
  const awaited = new Set<string>()
  const seen = new Set<object>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const element = value as Element
    if (element.target === 'messageName' && element.source) sent.add(element.source.replace(/^="?|"$/g, ''))
    for (const { messageRef } of element.eventDefinitions ?? []) {
      const isThrown = /EndEvent|ThrowEvent/.test(element.$type)
      if (messageRef?.name && !isThrown) awaited.add(messageRef.name)
    }
    if (/ReceiveTask/.test(element.$type) && element.messageRef?.name) awaited.add(element.messageRef.name)
    for (const [name, member] of Object.entries(element)) if (name !== '$parent') look(member)
  }
  for (const process of processesOf(definitions)) look(process)
  for (const { properties } of readProcessVocabulary(definitions).processes)
    for (const { message } of properties.requests) sent.add(message)
  return { sent, awaited }
}

const folders = readdirSync('workflows', { withFileTypes: true }).filter(
  entry => entry.isDirectory() && entry.name !== 'shared',
)
const all = await Promise.all(folders.map(({ name }) => messagesOf(`workflows/${name}/${name}.bpmn`)))
const sent = new Set(all.flatMap(each => [...each.sent]))
const awaited = new Set(all.flatMap(each => [...each.awaited]))

describe('messages between procedures', () => {
  test.each([...awaited].sort())('somebody sends %s', name => {
    const source = HOUSE_SENDS[name]
    if (source !== undefined)
      expect(readFileSync(source, 'utf8')).toContain(name.startsWith('limit') ? 'overdueName' : name)
    else expect(sent.has(name) || ASKED_FROM_OUTSIDE.includes(name)).toBe(true)
  })

  test.each([...sent].sort())('somebody waits for %s, or it is only told', name => {
    expect(messageCatalogue.has(name)).toBe(true)
    expect(awaited.has(name)).toBe(!ONLY_TOLD.includes(name))
  })

  test('no name stands in a list above that it need not', () => {
    expect([...Object.keys(HOUSE_SENDS), ...ASKED_FROM_OUTSIDE].filter(name => !awaited.has(name))).toEqual([])
    expect(ONLY_TOLD.filter(name => !sent.has(name))).toEqual([])
    expect(ASKED_FROM_OUTSIDE.filter(name => sent.has(name))).toEqual([])
  })
})
