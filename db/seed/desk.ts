import type { Json, Variables } from '../../server/engine/index.ts'

/** What somebody with a browser reaches: the routes of a running house. */
export interface Doors {
  request(path: string, init?: RequestInit): Response | Promise<Response>
}

/** A no of the house, as its problem details say it. */
export interface Refusal {
  status: number
  id: string
  title: string
  detail: string
  rule?: string
  basis?: string[]
  errors?: { path: string; id: string; message: string }[]
}

export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(readonly refusal: Refusal) {
    super(`${refusal.status} ${refusal.id}: ${refusal.detail} ${JSON.stringify(refusal.errors ?? '')}`)
  }
}

/** An uploaded file as forms refer to it. */
export type UploadedFile = { fileId: string; name: string; size: number; type: string }

/** A user task as the inbox lists it. */
export interface ListedTask {
  userTaskKey: string
  elementId: string
  processInstanceKey: string
  assignee: { id: string } | null
}

/** Somebody's desk: what one signed-in person can do, and nothing else. */
export interface Desk {
  /** Tasks the person holds, may claim or may sign second, oldest first. */
  tasks(): Promise<ListedTask[]>
  claim(userTaskKey: string): Promise<void>
  complete(userTaskKey: string, filled: { action?: string; variables: Variables; lateReason?: string }): Promise<void>
  /** Signs second what was signed first, as it stands. */
  cosign(userTaskKey: string): Promise<void>
  start(processDefinitionId: string, variables: Variables): Promise<string>
  upload(name: string, content: Uint8Array<ArrayBuffer>): Promise<UploadedFile>
  get<T>(path: string): Promise<T>
  /** What the house answers, if anything. */
  send<T>(method: string, path: string, body: Json): Promise<T | undefined>
}

const MOST_TASKS = 200

/** Signs in and sits down. @throws Refused when the house says no, here and in every call. */
export async function openDesk(doors: Doors, accountId: string, password: string): Promise<Desk> {
  let cookie = ''
  async function call(method: string, path: string, body?: BodyInit, type = 'application/json'): Promise<Response> {
    const headers = { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': type }) }
    const answer = await doors.request(`/api${path}`, { method, headers, ...(body !== undefined && { body }) })
    // Sessions are rotated now and then; the newest cookie counts.
    cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie
    if (!answer.ok) throw new Refused((await answer.json()) as Refusal)
    return answer
  }
  const send = (method: string, path: string, body: Json) => call(method, path, JSON.stringify(body))
  const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T
  const list = async (view: string) =>
    (await read<{ items: ListedTask[] }>(call('GET', `/user-tasks?view=${view}&sort=created&limit=${MOST_TASKS}`)))
      .items

  await send('POST', '/session', { accountId, password })
  return {
    tasks: async () => [...(await list('assigned')), ...(await list('claimable')), ...(await list('cosign'))],
    claim: async key => void (await send('POST', `/user-tasks/${key}/assignment`, {})),
    complete: async (key, filled) => void (await send('POST', `/user-tasks/${key}/completion`, { ...filled })),
    cosign: async key => {
      const { sheet } = await read<{ sheet: { content: string } }>(call('GET', `/user-tasks/${key}`))
      await send('POST', `/user-tasks/${key}/countersignature`, { content: sheet.content })
    },
    start: async (processDefinitionId, variables) => {
      const started = send('POST', '/process-instances', { processDefinitionId, variables })
      return (await read<{ processInstanceKey: string }>(started)).processInstanceKey
    },
    upload: async (name, content) =>
      await read<UploadedFile>(call('PUT', `/files?name=${encodeURIComponent(name)}`, content, 'application/pdf')),
    get: async path => await read(call('GET', path)),
    async send(method, path, body) {
      const text = await (await send(method, path, body)).text()
      return text === '' ? undefined : JSON.parse(text)
    },
  }
}
