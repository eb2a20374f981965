import { filledForms } from '../../db/seed/filled-forms.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { Office } from '../support/office.ts'
import { respondAndReview, wrongCondition } from '../support/small-diagrams.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'
import { caseRequests } from './case-situations.ts'
import { catalogueRequests } from './catalogue-situations.ts'
import { intakeRequests } from './intake-situations.ts'
import { limitActRequests } from './limit-act-situations.ts'
import { limitRequests } from './limit-situations.ts'
import { migrationRequests } from './migration-situations.ts'
import { notificationRequests } from './notification-situations.ts'
import { processDraftRequests } from './process-draft-situations.ts'
import { registerRequests } from './register-situations.ts'
import { rehearsalRequests } from './rehearsal-situations.ts'
import { sheetRequests } from './sheet-situations.ts'
import { statuteRequests } from './statute-situations.ts'

/** For each route the request that would succeed if it is permitted, on a state made for it alone. */
export interface Situations {
  /** The request; a state is made once and stands until somebody's request has used it up: a refusal changes nothing. */
  ask(route: string, accountId: string | undefined): Promise<Asked>
  /** Somebody was permitted: what reads leaves the state, everything else has used it up. */
  used(route: string): void
}

/** Opens the office's state with the handler, the reviewer and the administrator at hand. */
export async function openSituations(office: Office): Promise<Situations> {
  const handler = await signIn(office, 'lin-shen')
  const reviewer = await signIn(office, 'zhou-yanqing')
  const admin = await signIn(office, 'fang-yuangui')
  await admin.request('POST', '/deployments', bundleOf('wrong-condition.bpmn', wrongCondition))
  let cases = 0

  async function start(processDefinitionId: string, more: object): Promise<string> {
    cases += 1
    const variables = { caseNo: caseNumber(cases), ...more }
    const answer = await handler.request('POST', '/process-instances', { processDefinitionId, variables })
    if (!answer.ok) throw new Error(await answer.text())
    return ((await answer.json()) as { processInstanceKey: string }).processInstanceKey
  }

  /** A legal review that lies at its formal check. */
  async function review() {
    const instance = await start('legal-review', START)
    const variables = filledForms.submit!(await office.caseFiles())
    const submit = await onlyTask(handler, instance)
    await handler.request('POST', `/user-tasks/${submit}/completion`, { variables })
    return { instance, task: await onlyTask(admin, instance) }
  }

  async function incident(): Promise<string> {
    const instance = await start('wrong-condition', {})
    const { incidents } = await admin.json<{ incidents: { incidentKey: string }[] }>(
      'GET',
      `/process-instances/${instance}`,
    )
    return incidents[0]!.incidentKey
  }

  const definition = async () => {
    const { items } = await admin.json<{ items: { processDefinitionKey: string }[] }>('GET', '/process-definitions')
    return items[0]!.processDefinitionKey
  }

  const requests: Readonly<Record<string, (accountId: string | undefined) => Promise<Asked>>> = {
    ...registerRequests(office, admin),
    ...limitRequests,
    ...limitActRequests(office, handler, admin),
    ...catalogueRequests(office),
    ...sheetRequests(office, admin),
    ...statuteRequests(admin),
    ...caseRequests(office, handler),
    ...notificationRequests(office),
    ...intakeRequests(office),
    ...rehearsalRequests(office),
    ...processDraftRequests(office, admin),
    ...migrationRequests(office),
    'POST /set-up': async () =>
      post('/set-up', { token: 'guessed', accountId: 'me', name: '我', password: 'a long enough one' }),
    'POST /session': async accountId =>
      post('/session', { accountId: accountId ?? 'lin-shen', password: DEMO_PASSWORD }),
    'GET /user-tasks/{userTaskKey}': async () => get(`/user-tasks/${(await review()).task}`),
    'POST /user-tasks/{userTaskKey}/assignment': async () =>
      post(`/user-tasks/${(await review()).task}/assignment`, {}),
    'DELETE /user-tasks/{userTaskKey}/assignee': async () => {
      const { task } = await review()
      await reviewer.request('POST', `/user-tasks/${task}/assignment`, {})
      return { method: 'DELETE', path: `/user-tasks/${task}/assignee` }
    },
    'PUT /user-tasks/{userTaskKey}/draft': async () => ({
      method: 'PUT',
      path: `/user-tasks/${(await review()).task}/draft`,
      body: { variables: {} },
      headers: { 'if-match': '*' },
    }),
    'DELETE /user-tasks/{userTaskKey}/draft': async () => ({
      method: 'DELETE',
      path: `/user-tasks/${(await review()).task}/draft`,
    }),
    'POST /user-tasks/{userTaskKey}/completion': async () =>
      post(`/user-tasks/${(await review()).task}/completion`, { action: 'yes', variables: {} }),
    'PUT /files': async () => ({ method: 'PUT', path: '/files?name=x.txt', body: '现场记录' }),
    'GET /files/{fileId}': async () => {
      await review()
      return get(`/files/${(await office.caseFiles()).draft.fileId}`)
    },
    'GET /process-definitions/{processDefinitionKey}': async () => get(`/process-definitions/${await definition()}`),
    'GET /process-definitions/{processDefinitionKey}/xml': async () =>
      get(`/process-definitions/${await definition()}/xml`),
    'GET /process-definitions/known': async () => get('/process-definitions/known'),
    'POST /process-definitions/check': async () => ({
      method: 'POST',
      path: '/process-definitions/check',
      body: bundleOf('respond-and-review.bpmn', respondAndReview),
    }),
    'POST /deployments': async () => ({
      method: 'POST',
      path: '/deployments',
      body: bundleOf('respond-and-review.bpmn', respondAndReview),
    }),
    'POST /process-instances': async () => {
      cases += 1
      const variables = { ...START, caseNo: caseNumber(cases) }
      return post('/process-instances', { processDefinitionId: 'legal-review', variables })
    },
    'GET /process-instances/{processInstanceKey}': async () => get(`/process-instances/${(await review()).instance}`),
    'GET /process-instances/{processInstanceKey}/records': async () =>
      get(`/process-instances/${(await review()).instance}/records`),
    'GET /process-instances/{processInstanceKey}/chronicle': async () =>
      get(`/process-instances/${(await review()).instance}/chronicle`),
    'GET /process-instances/{processInstanceKey}/requests': async () =>
      get(`/process-instances/${(await review()).instance}/requests`),
    'POST /process-instances/{processInstanceKey}/requests': async () =>
      post(`/process-instances/${(await review()).instance}/requests`, { request: 'withdrawal', reason: '证据要补' }),
    'POST /process-instances/{processInstanceKey}/cancellation': async () =>
      post(`/process-instances/${(await review()).instance}/cancellation`, { reason: '重复立案' }),
    'POST /incidents/{incidentKey}/resolution': async () =>
      post(`/incidents/${await incident()}/resolution`, { variables: { fine: 100 } }),
  }

  const standing = new Map<string, Asked>()
  return {
    async ask(route, accountId) {
      const [method = '', path = ''] = route.split(' ')
      const request = requests[route]
      const asked = standing.get(route) ?? (await request?.(accountId)) ?? { method, path }
      // A request that is each account's own is made for each.
      if (request?.length === 0) standing.set(route, asked)
      return asked
    },
    used(route) {
      if (!route.startsWith('GET ')) standing.delete(route)
    },
  }
}

const START = {
  caseTitle: '占道经营案',
  partyName: '沿阶小馆',
  reviewType: 'penalty',
  stage: 'beforeDecision',
  handlerIds: [],
}

const caseNumber = (count: number): string => `LDJ-PT-2026-${String(count).padStart(5, '0')}`

function bundleOf(name: string, content: string): FormData {
  const bundle = new FormData()
  bundle.append('resources', new File([content], name))
  return bundle
}

async function onlyTask(who: Visitor, instance: string): Promise<string> {
  const { openTasks } = await who.json<{ openTasks: { userTaskKey: string }[] }>(
    'GET',
    `/process-instances/${instance}`,
  )
  return openTasks[0]!.userTaskKey
}
