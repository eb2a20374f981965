import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { endlessLoop, respondAndReview, wrongCondition } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { IncidentJson, ProcessInstanceDetailJson } from './schemas/process-instance.ts'

let office: Office
let lin: Visitor
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

function bundle(...files: [name: string, content: string][]): FormData {
  const form = new FormData()
  for (const [name, content] of files) form.append('resources', new File([content], name))
  return form
}

const deploy = (...files: [string, string][]) => admin.request('POST', '/deployments', bundle(...files))
const start = (processDefinitionId: string, variables: object) =>
  lin.request('POST', '/process-instances', { processDefinitionId, variables })

describe('a deployment is refused when it holds', () => {
  const entity = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
  test.each<[string, string, string, RegExp]>([
    ['broken XML', 'a.bpmn', '<bpmn:definitions', /a\\.bpmn|unparsable|unclosed|unexpected/i],
    ['an external entity', 'a.bpmn', respondAndReview.replace('?>', `?>${entity}`), /DOCTYPE/],
    ['an unknown element', 'a.bpmn', respondAndReview.replaceAll('parallelGateway', 'crystalBall'), /crystalBall/i],
    ['a flow to nowhere', 'a.bpmn', respondAndReview.replace('targetRef="split"', 'targetRef="gone"'), /gone/],
    ['a form that is no JSON', 'a.form', '{', /a\.form: expected JSON/],
    [
      'a component nobody renders',
      'a.form',
      '{"type":"default","id":"f","components":[{"id":"x","type":"iframe"}]}',
      /x\.type/,
    ],
    ['a file of another kind', 'a.exe', 'MZ', /a\.exe/],
  ])('%s', async (_, name, content, reason) => {
    const problem = await admin.problem(400, 'POST', '/deployments', bundle([name, content]))
    expect(problem.detail).toMatch(reason)
    expect(problem.detail).not.toContain('root:')
  })

  test('nothing', async () => {
    expect(await admin.problem(400, 'POST', '/deployments', bundle())).toMatchObject({ id: 'deployment.empty' })
  })
})

describe('a request is refused', () => {
  test.each<[string, unknown, object]>([
    ['broken JSON', '{"processDefinitionId":', { id: 'request.broken-json' }],
    ['no JSON at all', undefined, { id: expect.stringMatching(/^request\./) }],
    ['a list where an object belongs', [], { id: 'request.malformed' }],
    ['an unknown key', { processDefinitionId: 'legal-review', invented: 1 }, { id: 'request.malformed' }],
    ['a number as id', { processDefinitionId: 5 }, { id: 'request.malformed' }],
  ])('400: %s', async (_, body, expected) => {
    expect(await lin.problem(400, 'POST', '/process-instances', body)).toMatchObject(expected)
  })

  test('400 names the unknown key, in body and query alike', async () => {
    const inBody = await lin.problem(400, 'POST', '/process-instances', { processDefinitionId: 'x', invented: 1 })
    expect(inBody.errors).toEqual([expect.objectContaining({ path: '/invented', message: '未知字段 invented' })])
    const inQuery = await lin.problem(400, 'GET', '/user-tasks?veiw=assigned')
    expect(inQuery.errors).toEqual([expect.objectContaining({ path: '/veiw', id: 'field.unknown' })])
  })

  test('400: JSON that calls itself something else', async () => {
    const body = JSON.stringify({ processDefinitionId: 'legal-review' })
    await lin.problem(400, 'POST', '/process-instances', body, { 'content-type': 'text/plain' })
  })

  test('400: a key that is none, a cursor that is none', async () => {
    await lin.problem(400, 'GET', '/user-tasks/abc')
    expect(await lin.problem(400, 'GET', '/user-tasks?after=rubbish')).toMatchObject({ id: 'cursor.malformed' })
    expect(await lin.problem(400, 'GET', '/process-instances?after=x')).toMatchObject({ id: 'cursor.malformed' })
  })

  test('413: ten megabytes of JSON, before they are read as JSON', async () => {
    const body = `{"processDefinitionId":"legal-review","variables":{"caseTitle":"${'x'.repeat(10 * 1024 * 1024)}"}}`
    expect(await lin.problem(413, 'POST', '/process-instances', body)).toMatchObject({ id: 'request.too-large' })
  })

  test.each(['POST /process-instances', 'PUT /user-tasks/1/draft'])(
    '400: values nested without end, to %s',
    async route => {
      const [method = '', path = ''] = route.split(' ')
      const nested = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
      const body = `{${method === 'POST' ? '"processDefinitionId":"legal-review",' : ''}"variables":${nested}}`
      const { errors } = await lin.problem(400, method, path, body)
      expect(errors).toEqual([expect.objectContaining({ path: '/variables/a', id: 'field.wrong' })])
    },
  )

  test('404: a procedure nobody published', async () => {
    expect((await start('nowhere', { caseNo: 'X-1' })).status).toBe(404)
  })

  test.each<[string, object, string]>([
    ['without a case number', {}, '/caseNo'],
    ['with a number of the wrong type', { caseNo: 7 }, '/caseNo'],
    ['with what no form asks for', { caseNo: 'X-1', orgCode: 'ZHL' }, '/orgCode'],
  ])('422: a start %s', async (_, variables, path) => {
    await deploy(['respond-and-review.bpmn', respondAndReview])
    const body = { processDefinitionId: 'respond-and-review', variables }
    const { errors } = await lin.problem(422, 'POST', '/process-instances', body)
    expect(errors?.map(wrong => wrong.path)).toContain(path)
  })

  test('422: a handler of another street, or nobody at all', async () => {
    const variables = {
      caseNo: 'LDJ-PT-2026-00002',
      caseTitle: 't',
      partyName: 'p',
      reviewType: 'penalty',
      stage: 'beforeDecision',
    }
    for (const handler of ['zhou-yanqing', 'nobody-known']) {
      const body = { processDefinitionId: 'legal-review', variables: { ...variables, handlerIds: [handler] } }
      const { errors } = await lin.problem(422, 'POST', '/process-instances', body)
      expect(errors?.map(({ path }) => path)).toEqual([expect.stringMatching(/^\/handlerIds/)])
    }
  })
})

describe('a process that cannot go on', () => {
  const incidentsOf = async (key: string) => {
    const { items } = await admin.json<{ items: IncidentJson[] }>('GET', '/incidents?state=ACTIVE')
    return items.filter(({ processInstanceKey }) => processInstanceKey === key)
  }
  const startedKey = async (answer: Response) =>
    ((await answer.json()) as { processInstanceKey: string }).processInstanceKey

  test('wrong FEEL is an incident; an operator sets what is missing and it goes on, in one act', async () => {
    await deploy(['wrong-condition.bpmn', wrongCondition])
    const key = await startedKey(await start('wrong-condition', { caseNo: 'X-3' }))
    const [incident] = await incidentsOf(key)
    expect(incident).toMatchObject({ elementId: 'decide', caseNo: 'X-3', scopeVariables: { caseNo: 'X-3' } })
    const path = `/incidents/${incident!.incidentKey}/resolution`
    const mended = { variables: { fine: 5000 }, reason: '补录罚款数额' }
    expect((await lin.request('POST', path, mended)).status).toBe(403)
    expect((await admin.request('POST', path, mended)).status).toBe(204)
    expect(await admin.problem(409, 'POST', path, mended)).toMatchObject({ id: 'incident.resolved' })
    const detail = await admin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${key}`)
    expect(detail).toMatchObject({ hasIncident: false, currentSteps: [{ elementId: 'large' }] })
    expect(detail.variables.find(({ name }) => name === 'fine')?.value).toBe(5000)
    const entry = office.app.house.journal
      .entriesOf(key)
      .find(({ kind, verb }) => kind === 'engine' && verb === 'incident.resolve')
    expect(entry).toMatchObject({ actor: { id: 'fang-yuangui' }, payload: { reason: '补录罚款数额' } })
  })

  test('an endless loop becomes an incident while others go on', async () => {
    await deploy(['endless-loop.bpmn', endlessLoop])
    const key = await startedKey(await start('endless-loop', { caseNo: 'X-4' }))
    const other = await start('respond-and-review', { caseNo: 'X-5' })
    expect(other.status).toBe(200)
    const { engine } = office.app.house
    let incidents = await incidentsOf(key)
    while (incidents.length === 0) {
      await new Promise<void>(resolve => {
        const stop = engine.onCommit(() => {
          stop()
          resolve()
        })
      })
      incidents = await incidentsOf(key)
    }
    expect(incidents[0]).toMatchObject({ errorType: 'STEP_LIMIT_EXCEEDED' })
    expect((await admin.request('POST', `/process-instances/${key}/cancellation`, { reason: '死循环' })).status).toBe(
      204,
    )
    expect(await admin.json('GET', `/process-instances/${key}`)).toMatchObject({ state: 'TERMINATED' })
    const again = await admin.problem(409, 'POST', `/process-instances/${key}/cancellation`, { reason: '再来' })
    expect(again).toMatchObject({ id: 'instance.ended' })
  })
})
