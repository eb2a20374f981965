import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import type { DraftJson } from './schemas.ts'

let office: Office
let fang: Visitor
let su: Visitor
beforeAll(async () => {
  office = await openOffice({ DIRECT_PUBLISHING: 'no' })
  fang = await signIn(office, 'fang-yuangui')
  su = await signIn(office, 'su-wenbo')
})
afterAll(() => office.close())

const PROCEDURE = 'reassign-handler'
const latest = () => office.app.house.definitions.findLatest(PROCEDURE)!
const begin = (who = fang) =>
  who.json<DraftJson>('POST', '/process-drafts', { from: { processDefinitionKey: latest().processDefinitionKey } })
const read = ({ id }: Pick<DraftJson, 'id'>) => fang.json<DraftJson>('GET', `/process-drafts/${id}`)
const lastEntry = () => office.app.house.journal.findEntry(office.app.house.journal.lastSeq())!
const diagramIn = ({ files }: DraftJson) => files.find(({ name }) => name.endsWith('.bpmn'))!

/** Saves the diagram with another name of the procedure. */
async function renamed(draft: DraftJson, name: string, who = fang): Promise<DraftJson> {
  const { name: file, content } = diagramIn(draft)
  const changed = content.replace(/(<bpmn:process [^>]*name=")[^"]*/, `$1${name}`)
  const body = { content: changed, revision: draft.revision }
  expect((await who.request('PUT', `/process-drafts/${draft.id}/files/${file}`, body)).status).toBe(200)
  return read(draft)
}

const act = (who: Visitor, { id }: DraftJson, what: string, body: unknown = {}) =>
  who.request('POST', `/process-drafts/${id}/${what}`, body)

async function submitted(name: string): Promise<DraftJson> {
  const draft = await renamed(await begin(), name)
  expect((await act(fang, draft, 'submission')).status).toBe(200)
  return draft
}

describe('saves', () => {
  test('each is kept, a repeated one is one, and what changes nothing is none', async () => {
    const draft = await begin()
    expect(draft).toMatchObject({ state: 'draft', revision: 1, isMine: true, editor: { id: 'fang-yuangui' } })
    const path = `/process-drafts/${draft.id}/files/parameters.json`
    const body = { content: '{ "limits": [] }', revision: 1 }
    expect(await fang.json('PUT', path, body)).toMatchObject({ revision: 2 })
    // The answer was lost on the way.
    expect(await fang.json('PUT', path, body)).toMatchObject({ revision: 2 })
    expect(await fang.json('PUT', path, { ...body, revision: 2 })).toMatchObject({ revision: 2 })
    const older = await fang.problem(409, 'PUT', path, { content: '{ "limits": [ ] }', revision: 1 })
    expect(older.id).toBe('process-draft.newer')
    expect((await fang.request('DELETE', `${path}?revision=2`)).status).toBe(200)
    expect((await read(draft)).files.map(({ name }) => name)).toEqual(draft.files.map(({ name }) => name))
  })

  test('an earlier one is brought back as a save of its own', async () => {
    const draft = await begin()
    const changed = await renamed(draft, '另一个名字')
    expect(changed.name).toBe('另一个名字')
    const { items } = await fang.json<{ items: { revision: number; changed: string[] }[] }>(
      'GET',
      `/process-drafts/${draft.id}/saves`,
    )
    expect(items.map(({ revision }) => revision)).toEqual([2, 1])
    expect(items[0]?.changed).toEqual([diagramIn(draft).name])
    const restored = await fang.json<DraftJson>('POST', `/process-drafts/${draft.id}/saves/1/restoration`)
    expect(restored).toMatchObject({ revision: 3, name: draft.name, files: draft.files })
    const kept = await fang.json<{ files: object[] }>('GET', `/process-drafts/${draft.id}/saves/2`)
    expect(kept.files).toEqual(changed.files)
    await fang.problem(404, 'POST', `/process-drafts/${draft.id}/saves/99/restoration`)
  })

  test('they outlive the process, and fifty of one diagram are small', async () => {
    const draft = await begin()
    let present = draft
    for (let index = 0; index < 50; index++) present = await renamed(present, `第${index}稿`)
    const { writer } = office.app.house.db
    const size = writer.prepare<[], number>('SELECT sum(length(packed)) FROM process_draft_content').pluck()
    expect(size.get()).toBeLessThan(20 * diagramIn(draft).content.length)
    expect(writer.pragma('synchronous', { simple: true })).toBe(2)
  })

  test.each(['../x.bpmn', 'a/b.form', 'x.js', '.bpmn', 'parameters.json.bpmn/..', 'x.bpmn\n'])(
    'a file called %j is not taken',
    async name => {
      const draft = await begin()
      const path = `/process-drafts/${draft.id}/files/${encodeURIComponent(name)}`
      const answer = await fang.request('PUT', path, { content: 'x', revision: 1 })
      expect([400, 404]).toContain(answer.status)
    },
  )
})

describe('two editors', () => {
  test('the second is told who edits, looks, and takes over with a reason that stands in the journal', async () => {
    const draft = await begin()
    const { name, content } = diagramIn(draft)
    const path = `/process-drafts/${draft.id}`
    const barred = await su.problem(409, 'PUT', `${path}/files/${name}`, { content, revision: 1 })
    expect(barred).toMatchObject({ id: 'process-draft.edited-by-other', detail: expect.stringContaining('方圆规') })
    expect(await su.json('GET', path)).toMatchObject({ isMine: false, editor: { name: '方圆规' } })
    await su.problem(409, 'POST', `${path}/editor`, {})
    await su.problem(422, 'POST', `${path}/editor`, { takeOver: true })
    const taken = await su.json('POST', `${path}/editor`, { takeOver: true, reason: '方圆规休假' })
    expect(taken).toMatchObject({ isMine: true, editor: { name: '苏文博' } })
    expect(lastEntry()).toMatchObject({
      verb: 'process-draft.take-over',
      actor: { id: 'su-wenbo' },
      payload: { from: 'fang-yuangui', reason: '方圆规休假' },
    })
    await fang.problem(409, 'PUT', `${path}/files/${name}`, { content: `${content} `, revision: 1 })
    expect((await su.request('DELETE', `${path}/editor`)).status).toBe(204)
    expect(await fang.json('POST', `${path}/editor`, {})).toMatchObject({ isMine: true })
  })
})

/** Every step in every state: what it answers. */
const STEPS = ['save', 'submission', 'return', 'withdrawal', 'publication', 'discard'] as const
type State = 'draft' | 'submitted' | 'published'
const allowed: Readonly<Record<State, readonly (typeof STEPS)[number][]>> = {
  draft: ['save', 'submission', 'discard'],
  submitted: ['return', 'withdrawal', 'publication'],
  published: [],
}

describe.each(Object.keys(allowed) as State[])('a draft that is %s', state => {
  test.each(STEPS.map(step => [step, allowed[state].includes(step)] as const))('%s: %s', async (step, isAllowed) => {
    const draft = state === 'draft' ? await begin() : await submitted(`${state} ${step}`)
    if (state === 'published') expect((await act(su, draft, 'publication')).status).toBe(200)
    const answer = await take(step, draft)
    expect(answer.status < 300).toBe(isAllowed)
    if (!isAllowed) expect(answer.status).toBe(409)
    const after = { submission: 'submitted', return: 'draft', withdrawal: 'draft', publication: 'published' } as const
    if (isAllowed && step in after) expect((await read(draft)).state).toBe(after[step as keyof typeof after])
  })
})

function take(step: (typeof STEPS)[number], draft: DraftJson): Promise<Response> {
  const path = `/process-drafts/${draft.id}`
  if (step === 'save') return fang.request('PUT', `${path}/files/x.form`, { content: '{}', revision: draft.revision })
  if (step === 'discard') return fang.request('DELETE', path)
  if (step === 'return') return act(su, draft, 'return', { reason: '期限没有依据' })
  return act(step === 'publication' ? su : fang, draft, step)
}

describe('publishing', () => {
  test('who handed it in does not publish it (R-PUBLISH), and the entry names every file by its hash', async () => {
    const draft = await submitted('四眼')
    const refused = await fang.problem(403, 'POST', `/process-drafts/${draft.id}/publication`, {})
    expect(refused).toMatchObject({ id: 'policy.publication', rule: 'R-PUBLISH' })
    expect(lastEntry()).toMatchObject({ kind: 'refused', verb: 'process-draft.publish' })
    const before = latest().version
    const published = await (await act(su, draft, 'publication')).json()
    expect(published).toMatchObject({ state: 'published', published: { by: { id: 'su-wenbo' }, version: before + 1 } })
    expect(latest()).toMatchObject({ version: before + 1, name: '四眼' })
    const { payload } = lastEntry()
    expect(payload).toMatchObject({ submittedBy: 'fang-yuangui' })
    const hash = { checksum: expect.stringMatching(/^[0-9a-f]{64}$/) }
    expect(payload?.files).toEqual(draft.files.map(() => expect.objectContaining(hash)))
  })

  test('an administrator alone, or a program, publishes nothing directly', async () => {
    const bundle = new FormData()
    bundle.append('resources', new File([diagramIn(await begin()).content], 'x.bpmn'))
    expect(await fang.problem(403, 'POST', '/deployments', bundle)).toMatchObject({ rule: 'R-PUBLISH' })
  })

  test('only who handed it in withdraws it', async () => {
    const draft = await submitted('撤回')
    expect(await su.problem(403, 'POST', `/process-drafts/${draft.id}/withdrawal`)).toMatchObject({
      id: 'process-draft.not-yours',
    })
  })

  test('what came back says by whom and why, and is handed in again', async () => {
    const draft = await submitted('退回')
    expect((await act(su, draft, 'return', { reason: '期限没有依据' })).status).toBe(200)
    expect(await read(draft)).toMatchObject({
      state: 'draft',
      submittedBy: null,
      returned: { by: { id: 'su-wenbo' }, reason: '期限没有依据' },
    })
    expect((await act(fang, draft, 'submission')).status).toBe(200)
    expect(await read(draft)).toMatchObject({ state: 'submitted', returned: null })
  })

  test('a version published meanwhile is told, and replaced only by who says that he knows', async () => {
    const [late, early] = [await submitted('后来的'), await submitted('先来的')]
    expect((await act(su, early, 'publication')).status).toBe(200)
    const { version } = latest()
    expect(await read(late)).toMatchObject({ newerVersion: version })
    const stale = await su.problem(409, 'POST', `/process-drafts/${late.id}/publication`, {})
    expect(stale).toMatchObject({ id: 'process-draft.stale', detail: expect.stringContaining(`第 ${version} 版`) })
    expect((await act(su, late, 'publication', { supersedes: version })).status).toBe(200)
    expect(latest()).toMatchObject({ version: version + 1, name: '后来的' })
  })

  test('limits that a draft proposes are set in the same act', async () => {
    const key = 'review.first'
    const why = { reason: '区里的规定', effectiveFrom: '2026-11-24' }
    const draft = await begin()
    const proposed = { limits: [{ key, amount: '3WD', mode: 'STRICT', consequence: 'escalate', ...why }] }
    const body = { content: JSON.stringify(proposed), revision: 1 }
    await fang.request('PUT', `/process-drafts/${draft.id}/files/parameters.json`, body)
    expect((await act(fang, draft, 'submission')).status).toBe(200)
    expect((await act(su, draft, 'publication')).status).toBe(200)
    expect(office.app.house.limitParameters.inForce(key, '2026-11-24')?.parameter.amount).toBe('3WD')
    expect(lastEntry()).toMatchObject({ verb: 'process-draft.publish', payload: { limits: [{ key }] } })
  })

  test.each([
    ['a diagram that is none', '<bpmn:definitions', 422],
    ['an entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 422],
  ])('%s leaves the version in force as it is', async (_, content, status) => {
    const draft = await begin()
    const { name } = diagramIn(draft)
    const { version } = latest()
    expect(
      (await fang.request('PUT', `/process-drafts/${draft.id}/files/${name}`, { content, revision: 1 })).status,
    ).toBe(200)
    expect(await read(draft)).toMatchObject({ name: draft.name })
    expect((await act(fang, draft, 'submission')).status).toBe(status)
    expect(latest().version).toBe(version)
  })
})

test('a procedure that is out of use starts no more, what runs goes on, and a new version puts it back', async () => {
  const key = latest().processDefinitionKey
  const reason = { reason: '新规施行前暂停使用' }
  expect((await fang.request('POST', `/process-definitions/${key}/retirement`, reason)).status).toBe(204)
  expect(await fang.problem(409, 'POST', `/process-definitions/${key}/retirement`, reason)).toMatchObject({
    id: 'procedure.retired-already',
  })
  const { items } = await fang.json<{ items: { processDefinitionId: string; retired: object | null }[] }>(
    'GET',
    '/process-definitions',
  )
  expect(items.find(({ processDefinitionId }) => processDefinitionId === PROCEDURE)?.retired).toMatchObject(reason)
  const officer = await signIn(office, 'zheng-huaiyuan')
  const start = { processDefinitionId: PROCEDURE, variables: { caseNo: 'LDJ-PT-2026-00001' } }
  const roles = await officer.request('POST', '/process-instances', start)
  expect(await roles.json()).toMatchObject({ status: 409, id: 'procedure.retired' })
  // Unchanged: no new version, and in use all the same.
  const draft = await begin()
  expect((await act(fang, draft, 'submission')).status).toBe(200)
  const before = latest().version
  expect((await act(su, draft, 'publication')).status).toBe(200)
  expect(latest().version).toBe(before)
  expect(office.app.house.procedureRetirements.find(PROCEDURE, latest().deployedSeq)).toBeUndefined()
})

test('out of use, a procedure is begun by no message either, until it is put back', async () => {
  const { definitions, instances } = office.app.house
  const id = 'supervision-copy'
  const key = definitions.findLatest(id)!.processDefinitionKey
  const begun = async (caseNo: string) => {
    await office.publish({ name: 'msg.supervision.copied', correlationKey: caseNo, caseNo })
    return instances.page({ processDefinitionId: id, limit: 10 }).items.length
  }
  expect(await begun('LDJ-PT-2026-00021')).toBe(1)
  const reason = { reason: '暂停抄送' }
  expect((await fang.request('POST', `/process-definitions/${key}/retirement`, reason)).status).toBe(204)
  expect(await begun('LDJ-PT-2026-00022')).toBe(1)
  const draft = await fang.json<DraftJson>('POST', '/process-drafts', { from: { processDefinitionKey: key } })
  expect((await act(fang, draft, 'submission')).status).toBe(200)
  expect((await act(su, draft, 'publication')).status).toBe(200)
  expect(await begun('LDJ-PT-2026-00023')).toBeGreaterThan(1)
})
