import { expect, test } from 'vitest'
import { confirmed, people, scores } from '../../tests/support/whistle.ts'

const NOW = '2026-11-24T10:00+08:00'

test('街道吹哨，城管局牵头报到，处置、反馈、核实、评价：已解决', async () => {
  const play = await confirmed(NOW)
  await play.complete('evaluate', { as: people.deputy, scores: scores({ 'WC-CG': 5 }) })
  expect(await play.ends()).toEqual(['end-resolved'])
  expect(await play.published('msg.whistle.closed')).toEqual([{ outcome: 'resolved' }])
})
