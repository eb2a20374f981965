import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { wrongCondition } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { ProcessInstanceDetailJson } from './schemas/process-instance.ts'

let office: Office
let lin: Visitor
let stranger: Visitor
let admin: Visitor
let instance: string
let path: string
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  stranger = await signIn(office, 'deng-ziyang')
  admin = await signIn(office, 'fang-yuangui')
  const bundle = new FormData()
  bundle.append('resources', new File([wrongCondition], 'wrong-condition.bpmn'))
  await admin.request('POST', '/deployments', bundle)
  const variables = { caseNo: 'LDJ-PT-2026-00001', partyName: '沿阶小馆' }
  const body = { processDefinitionId: 'wrong-condition', variables }
  instance = (await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', body)).processInstanceKey
  const { incidents } = await admin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${instance}`)
  path = `/incidents/${incidents[0]?.incidentKey}/resolution`
})
afterAll(() => office.close())

const written = () => JSON.stringify(office.app.house.db.writer.prepare('SELECT body FROM journal').pluck().all())

test('a refused resolution is in the journal, the values that came with it are not', async () => {
  const body = { variables: { partyName: '写错的姓名' }, reason: '更正' }
  expect((await lin.request('POST', path, body)).status).toBe(403)
  const refused = office.app.house.journal.entriesOf(instance).filter(({ kind }) => kind === 'refused')
  expect(refused.map(({ actor, verb }) => `${actor.id} ${verb}`)).toEqual(['lin-shen incident.resolve'])
  expect(written()).not.toContain('写错的姓名')
})

test.each(['caseNo', 'startedBy'])(
  'an operator mends values, never %s: the history of a case stays whole',
  async name => {
    const { errors } = await admin.problem(422, 'POST', path, { variables: { fine: 1, [name]: 'LDJ-PT-2026-99999' } })
    expect(errors).toEqual([expect.objectContaining({ path: `/variables/${name}`, id: 'field.fixed' })])
  },
)

test('who has nothing to do with an instance does not learn that it exists', async () => {
  await stranger.problem(404, 'POST', path, {})
  const hidden = await stranger.problem(404, 'POST', `/process-instances/${instance}/cancellation`, { reason: 'x' })
  const unknown = await stranger.problem(404, 'POST', '/process-instances/123/cancellation', { reason: 'x' })
  expect({ ...hidden, requestId: '' }).toEqual({ ...unknown, requestId: '' })
})

test('what an operator sets is in the records of the instance; the personal among it only as a commitment', async () => {
  expect((await admin.request('POST', path, { variables: { fine: 5000, partyName: '新的姓名' } })).status).toBe(204)
  const { variables } = await admin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${instance}`)
  expect(variables.filter(({ name }) => name === 'fine' || name === 'partyName').map(({ value }) => value)).toEqual(
    expect.arrayContaining([5000, '新的姓名']),
  )
  expect(written()).not.toContain('新的姓名')
})
