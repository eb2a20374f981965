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

  let days = 0
  /** That the handler will be away, on days of its own. */
  async function away(): Promise<string> {
    const handler = await signIn(office, 'lin-shen')
    const day = new Date(Date.UTC(2027, 1, 1 + days++)).toISOString().slice(0, 10)
    const entry = { kind: 'trip', fromDay: day, toDay: day }
    return (await handler.json<{ absenceId: string }>('POST', '/absences', entry)).absenceId
  }

  let substituted: Promise<Response> | undefined
  /** The handler is away today, and a colleague takes over. */
  async function substitute(): Promise<string> {
    const path = await held()
    const entry = { kind: 'leave', fromDay: '2026-11-24', toDay: '2026-11-27', substituteId: 'deng-ziyang' }
    substituted ??= signIn(office, 'lin-shen').then(handler => handler.request('POST', '/absences', entry))
    await substituted
    return path
  }

  let defect: Promise<string> | undefined
  /** An inspection of a colleague whose certificate turned out to have been suspended. */
  async function wanting(): Promise<string> {
    const colleague = await signIn(office, 'qiao-zhixing')
    const second = await signIn(office, 'he-lichuan')
    const path = await held()
    await (await signIn(office, 'lin-shen')).request('POST', `${path}/hand-back`, { reason: '外出' })
    await colleague.request('POST', `${path}/completion`, NOTED)
    const { sheet } = await colleague.json<{ sheet: { content: string } }>('GET', path)
    await second.request('POST', `${path}/countersignature`, { content: sheet.content })
    const turn = { state: 'suspended', effectiveAt: '2026-11-24T01:00:00Z', reason: '接受调查' }
    const keeper = await signIn(office, 'jian-shuyan')
    await keeper.request('POST', '/certificates/enforcement-E420106-0418/states', turn)
    await office.app.officersSettled()
    const auditor = await signIn(office, 'gu-xingzhi')
    const { items } = await auditor.json<{ items: { defectId: string }[] }>('GET', '/evidence-defects')
    return items[0]!.defectId
  }

  return {
    'POST /evidence-defects/{defectId}/assessment': async () => {
      defect ??= wanting()
      return post(`/evidence-defects/${await defect}/assessment`, { state: 'remedied', note: '已由两名人员补正' })
    },
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
    'POST /absences': async () => post('/absences', { kind: 'trip', fromDay: '2027-01-04', toDay: '2027-01-05' }),
    'DELETE /absences/{absenceId}': async () => ({ method: 'DELETE', path: `/absences/${await away()}` }),
    'POST /user-tasks/{userTaskKey}/substitution': async () => post(`${await substitute()}/substitution`, {}),
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
