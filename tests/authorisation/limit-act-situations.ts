import { escalationRecord } from '../../server/registers/escalations.ts'
import { limitDiagram } from '../support/limit-diagrams.ts'
import type { Office } from '../support/office.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

const SUSPENSION = { ground: 'criminal-outcome', reason: '等待刑事案件结果' }

/** Requests on limits that run and on cases that stand still, each on a case of its own. */
export function limitActRequests(
  office: Office,
  handler: Visitor,
  admin: Visitor,
): Readonly<Record<string, () => Promise<Asked>>> {
  let count = 0
  let published: Promise<Response> | undefined

  /** A case whose one task has a limit. */
  async function begin(processDefinitionId: 'review-limit' | 'seizure-limit') {
    published ??= publish(admin)
    await published
    count += 1
    const caseNo = `LDJ-PT-2026-${String(9000 + count)}`
    const { processInstanceKey } = await handler.json<{ processInstanceKey: string }>('POST', '/process-instances', {
      ...{ processDefinitionId, variables: { caseNo } },
    })
    const [task] = office.app.house.tasks.openOf(processInstanceKey)
    return { caseNo, processInstanceKey, task: task!.userTaskKey }
  }

  async function escalated(): Promise<string> {
    const { processInstanceKey, task } = await begin('review-limit')
    const record = escalationRecord({
      ...{ ownerKey: task, parameterKey: 'review.first', userTaskKey: task, processInstanceKey, elementId: 'work' },
      ...{ consequence: 'escalate', toRole: 'subdistrict-deputy', toOrg: 'LDJ', dueAt: 0 },
    })
    await office.app.enter([record])
    return String(office.app.house.journal.lastSeq())
  }

  return {
    'POST /user-tasks/{userTaskKey}/limit-extension': async () =>
      post(`/user-tasks/${(await begin('review-limit')).task}/limit-extension`, { reason: '案情复杂' }),
    'POST /user-tasks/{userTaskKey}/limit-exclusions': async () =>
      post(`/user-tasks/${(await begin('seizure-limit')).task}/limit-exclusions`, {
        ...{ kind: 'appraisal', from: '2026-11-24', to: '2026-11-30', reason: '委托鉴定，已书面告知' },
      }),
    'GET /cases/{caseNo}/suspensions': async () => get(`/cases/${(await begin('review-limit')).caseNo}/suspensions`),
    'POST /cases/{caseNo}/suspensions': async () =>
      post(`/cases/${(await begin('review-limit')).caseNo}/suspensions`, SUSPENSION),
    'POST /cases/{caseNo}/resumption': async () => {
      const { caseNo } = await begin('review-limit')
      await (await signIn(office, 'mei-qinghe')).request('POST', `/cases/${caseNo}/suspensions`, SUSPENSION)
      return post(`/cases/${caseNo}/resumption`, { reason: '已有结果' })
    },
    'GET /escalations/{seq}/history': async () => get(`/escalations/${await escalated()}/history`),
    'POST /escalations/{seq}/note': async () => post(`/escalations/${await escalated()}/note`, {}),
  }
}

function publish(admin: Visitor): Promise<Response> {
  const bundle = new FormData()
  const diagrams = {
    'review-limit': limitDiagram('review-limit', [{ id: 'work', headers: { limit: 'review.first' } }]),
    'seizure-limit': limitDiagram('seizure-limit', [{ id: 'work', headers: { limit: 'seizure.base' } }]),
  }
  for (const [id, xml] of Object.entries(diagrams)) bundle.append('resources', new File([xml], `${id}.bpmn`))
  return admin.request('POST', '/deployments', bundle)
}
