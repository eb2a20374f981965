import type { Office } from '../support/office.ts'
import { twoOfficers, twoOfficersForm } from '../support/small-diagrams.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

const NOTED = { action: 'yes', variables: { findings: '占道摆放桌椅六张' } }

/** Requests about a task that needs two, of a case whose handler holds or has signed it. */
export function sheetRequests(office: Office, admin: Visitor): Readonly<Record<string, () => Promise<Asked>>> {
  let cases = 0
  let published: Promise<Response> | undefined

  /** An inspection that the handler has claimed. */
  async function held(): Promise<string> {
    published ??= publish(admin)
    await published
    cases += 1
    const handler = await signIn(office, 'lin-shen')
    const variables = { caseNo: `LDJ-JC-2026-${String(cases).padStart(5, '0')}` }
    const { processInstanceKey } = await handler.json<{ processInstanceKey: string }>('POST', '/process-instances', {
      processDefinitionId: 'two-officers',
      variables,
    })
    const { openTasks } = await admin.json<{ openTasks: { userTaskKey: string }[] }>(
      'GET',
      `/process-instances/${processInstanceKey}`,
    )
    const path = `/user-tasks/${openTasks[0]!.userTaskKey}`
    await handler.request('POST', `${path}/assignment`, {})
    return path
  }

  /** The same, signed by the handler; with the hash of what was signed. */
  async function signed(): Promise<{ path: string; content: string }> {
    const path = await held()
    const handler = await signIn(office, 'lin-shen')
    await handler.request('POST', `${path}/completion`, NOTED)
    const { sheet } = await handler.json<{ sheet: { content: string } }>('GET', path)
    return { path, content: sheet.content }
  }

  return {
    'POST /user-tasks/{userTaskKey}/countersignature': async () => {
      const { path, content } = await signed()
      return post(`${path}/countersignature`, { content })
    },
    'POST /user-tasks/{userTaskKey}/countersignature/refusal': async () => {
      const { path, content } = await signed()
      return post(`${path}/countersignature/refusal`, { content, reason: '数量与照片不符' })
    },
    'DELETE /user-tasks/{userTaskKey}/signature': async () => ({
      method: 'DELETE',
      path: `${(await signed()).path}/signature`,
    }),
    'POST /user-tasks/{userTaskKey}/hand-back': async () => post(`${await held()}/hand-back`, { reason: '需要回避' }),
    'GET /user-tasks/{userTaskKey}/receivers': async () => get(`${await held()}/receivers`),
    'POST /user-tasks/{userTaskKey}/reassignment': async () =>
      post(`${await held()}/reassignment`, { assignee: 'he-lichuan', reason: '外出培训' }),
  }
}

function publish(admin: Visitor): Promise<Response> {
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  return admin.request('POST', '/deployments', bundle)
}
