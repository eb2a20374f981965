import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { filledForms } from '../../db/seed/filled-forms.ts'
import { samplePdf } from '../../db/seed/sample-pdf.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { ProcessInstanceDetailJson } from './schemas/process-instance.ts'

let office: Office
let lin: Visitor
let zhou: Visitor
let ding: Visitor
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  zhou = await signIn(office, 'zhou-yanqing')
  ding = await signIn(office, 'ding-xiaoman')
})
afterAll(() => office.close())

interface FileJson {
  fileId: string
  name: string
  size: number
  type: string
}

const put = (who: Visitor, name: string, content: Uint8Array) =>
  who.request('PUT', `/files?name=${encodeURIComponent(name)}`, content)

test('a file comes back to its uploader as a download that runs nothing', async () => {
  const pdf = samplePdf(['现场检查笔录'])
  const answer = await put(lin, '现场检查笔录(一).pdf', pdf)
  expect(answer.status).toBe(201)
  const file = (await answer.json()) as FileJson
  expect(file).toMatchObject({ name: '现场检查笔录(一).pdf', size: pdf.length, type: 'application/pdf' })
  const download = await lin.request('GET', `/files/${file.fileId}`)
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(new Uint8Array(pdf))
  expect(download.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('现场检查笔录').concat('%28', encodeURIComponent('一'), '%29.pdf')}`,
  )
  expect(download.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  expect(download.headers.get('x-content-type-options')).toBe('nosniff')
  // The next person at this machine asks anew.
  expect(download.headers.get('cache-control')).toBe('no-store')
})

test('HEAD opens no file that nobody reads', async () => {
  const { fileId } = await lin.json<FileJson>('PUT', '/files?name=a.pdf', samplePdf(['head']))
  const open = vi.spyOn(office.app.house.files, 'open')
  const answer = await lin.request('HEAD', `/files/${fileId}`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const opened = (await open.mock.results[0]?.value) as { content: ReadableStream } | undefined
  open.mockRestore()
  await expect(opened?.content.getReader().closed).resolves.toBeUndefined()
})

test('a download is called by a name that fits its content', async () => {
  const { fileId } = await lin.json<FileJson>('PUT', '/files?name=a.pdf', samplePdf(['a']))
  const nameOf = async (query: string) =>
    (await lin.request('GET', `/files/${fileId}${query}`)).headers.get('content-disposition')
  expect(await nameOf('?name=b.pdf')).toBe("attachment; filename*=UTF-8''b.pdf")
  expect(await nameOf('?name=setup.exe')).toBe("attachment; filename*=UTF-8''a.pdf")
})

test('nobody else sees it until an instance he has to do with speaks of it', async () => {
  const files = await office.caseFiles()
  const path = `/files/${files.draft.fileId}`
  await zhou.problem(404, 'GET', path)
  const variables = {
    caseNo: 'LDJ-PT-2026-00001',
    caseTitle: '占道经营案',
    partyName: '沿阶小馆',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: [],
  }
  const started = { processDefinitionId: 'legal-review', variables }
  const { processInstanceKey } = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', started)
  const { openTasks } = await lin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${processInstanceKey}`)
  const completion = { variables: filledForms.submit!(files) }
  const done = await lin.request('POST', `/user-tasks/${openTasks[0]!.userTaskKey}/completion`, completion)
  expect(done.status).toBe(204)
  expect((await zhou.request('GET', path)).status).toBe(200)
  await ding.problem(404, 'GET', path)
})

test.each(['证据.exe', '../证据.pdf', '证据.jpg', `${'长'.repeat(300)}.pdf`])(
  'a form cannot call an uploaded document %s',
  async name => {
    const files = await office.caseFiles()
    const variables = {
      caseNo: 'LDJ-PT-2026-00002',
      caseTitle: '占道经营案',
      partyName: '沿阶小馆',
      reviewType: 'penalty',
      stage: 'beforeDecision',
      handlerIds: [],
    }
    const started = { processDefinitionId: 'legal-review', variables }
    const { processInstanceKey } = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', started)
    const { openTasks } = await lin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${processInstanceKey}`)
    const completion = { variables: filledForms.submit!({ ...files, draft: { ...files.draft, name } }) }
    const path = `/user-tasks/${openTasks[0]!.userTaskKey}/completion`
    const { errors } = await lin.problem(422, 'POST', path, completion)
    expect(errors).toEqual([expect.objectContaining({ id: expect.stringMatching(/^(field\.no-such-file|fileType)$/) })])
  },
)

test.each<[string, number, string, Uint8Array, object]>([
  ['a program', 422, 'tool.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), { id: 'file.type' }],
  ['a page', 422, 'page.html', Buffer.from('<html></html>'), { id: 'file.type' }],
  ['a name that lies', 422, 'photo.png', samplePdf(['x']), { id: 'file.name' }],
  ['nothing', 422, 'empty.txt', new Uint8Array(), { id: 'file.empty' }],
  ['too much', 413, 'long.txt', Buffer.alloc(26 * 1024 * 1024, 'x'), { id: 'request.too-large' }],
  ['a path as name', 400, '../../etc/passwd.txt', Buffer.from('x'), { id: 'request.malformed' }],
])('%s is refused with %i', async (_, status, name, content, expected) => {
  const answer = await put(lin, name, content)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject(expected)
})

test('who does not work on cases uploads nothing', async () => {
  const auditor = await signIn(office, 'gu-xingzhi')
  expect((await put(auditor, 'x.txt', Buffer.from('x'))).status).toBe(403)
})
