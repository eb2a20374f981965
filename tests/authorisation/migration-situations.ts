import type { MigrationDetailJson } from '../../server/api/migrations/schemas.ts'
import type { Office } from '../support/office.ts'
import { diagramOf, flow, userTask } from '../support/small-diagrams.ts'
import { signIn } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

const OFFICER = 'lin-shen'
const PLANNER = 'su-wenbo'
const APPROVER = 'fang-yuangui'
const mappings = [{ sourceElementId: 'work', targetElementId: 'work' }]
const reason = '按新版本办理'

const version = (name: string) =>
  diagramOf(
    'moves-over',
    `<bpmn:startEvent id="start" name="${name}" />${userTask('work', 'street-officer@LDJ-CEC', { kind: 'case-handling' })}
     <bpmn:endEvent id="end" />${flow('start', 'work')}${flow('work', 'end')}`,
  )

/** The requests about running instances that go over to another version. */
export function migrationRequests(office: Office): Readonly<Record<string, () => Promise<Asked>>> {
  let cases = 0
  let versions: Promise<{ sourceProcessDefinitionKey: string; targetProcessDefinitionKey: string }> | undefined

  async function deployed() {
    const keyNow = () => office.app.house.definitions.findLatest('moves-over')!.processDefinitionKey
    await office.deploy(version('甲'))
    const sourceProcessDefinitionKey = keyNow()
    const officer = await signIn(office, OFFICER)
    cases += 1
    const variables = { caseNo: `LDJ-PT-2026-${String(950 + cases).padStart(5, '0')}` }
    await officer.request('POST', '/process-instances', { processDefinitionId: 'moves-over', variables })
    await office.deploy(version('乙'))
    return { sourceProcessDefinitionKey, targetProcessDefinitionKey: keyNow() }
  }
  const between = async () => {
    const known = await versions
    // What went over for the row before stays there: the next needs another version, and an instance to move.
    const isUsed =
      known && office.app.house.instanceMigrations.running(known.sourceProcessDefinitionKey, 1).length === 0
    if (!known || isUsed) versions = deployed()
    return versions!
  }

  async function plan(): Promise<MigrationDetailJson> {
    const planner = await signIn(office, PLANNER)
    const planned = await planner.request('POST', '/migrations', { ...(await between()), mappings, reason })
    if (!planned.ok) throw new Error(await planned.text())
    return (await planned.json()) as MigrationDetailJson
  }

  async function approved(): Promise<MigrationDetailJson> {
    const { id } = await plan()
    return (await signIn(office, APPROVER)).json('POST', `/migrations/${id}/approval`)
  }

  return {
    'GET /migrations': async () => get('/migrations?processId=moves-over'),
    'POST /migrations/plan': async () => post('/migrations/plan', await between()),
    'POST /migrations/dry-run': async () => post('/migrations/dry-run', { ...(await between()), mappings }),
    'POST /migrations': async () => post('/migrations', { ...(await between()), mappings, reason }),
    'GET /migrations/{migrationId}': async () => get(`/migrations/${(await plan()).id}`),
    'POST /migrations/{migrationId}/approval': async () => post(`/migrations/${(await plan()).id}/approval`, {}),
    'POST /migrations/{migrationId}/refusal': async () => post(`/migrations/${(await plan()).id}/refusal`, { reason }),
    'POST /migrations/{migrationId}/batches': async () => post(`/migrations/${(await approved()).id}/batches`, {}),
    'POST /migrations/{migrationId}/reversal': async () => {
      const { id, instances } = await approved()
      await (await signIn(office, APPROVER)).request('POST', `/migrations/${id}/batches`)
      const { processInstanceKey } = instances[0]!
      return post(`/migrations/${id}/reversal`, { processInstanceKey, reason })
    },
  }
}
