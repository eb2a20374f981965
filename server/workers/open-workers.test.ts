import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { sendsPartyName } from '../../tests/support/small-diagrams.ts'
import { signIn } from '../../tests/support/visitor.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('personal data travel with a message, and stay out of the journal', async () => {
  const [lin, admin] = await Promise.all([signIn(office, 'lin-shen'), signIn(office, 'fang-yuangui')])
  const bundle = new FormData()
  bundle.append('resources', new File([sendsPartyName], 'sends-party-name.bpmn'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const variables = { caseNo: 'LDJ-PT-2026-00001', partyName: '沿阶小馆' }
  await lin.request('POST', '/process-instances', { processDefinitionId: 'sends-party-name', variables })
  await office.settled()
  expect(await office.published('msg.party', 'LDJ-PT-2026-00001')).toEqual([{ partyName: '沿阶小馆' }])
  const bodies = office.app.house.db.writer.prepare('SELECT body FROM journal').pluck().all()
  expect(bodies.join()).toContain('LDJ-PT-2026-00001')
  expect(bodies.join()).not.toContain('沿阶小馆')
})
