import { readFile } from 'node:fs/promises'
import { type Desk, type Refusal, Refused } from '../../db/seed/desk.ts'
import { type DemoPerson, recordsOf } from '../../db/seed/person-records.ts'
import { type FlowNode, parseBpmn, processesOf, readProcessGraph } from '../../server/bpmn/index.ts'
import type { Json, Variables } from '../../server/engine/index.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { type CertificateReport, certificateReport } from '../../server/registers/certificate-report.ts'
import { sampleFile } from '../../server/rehearsal/sample-file.ts'
import { certificatePeople } from './certificate-people.ts'
import { type Office, openOffice } from './office.ts'

interface InstanceView {
  state: string
  elements: { elementId: string }[]
  flows: string[]
  openTasks: { elementId: string; userTaskKey: string }[]
  incidents: { errorMessage: string }[]
  variables: { name: string; value: Json }[]
}

/** What is filled in, with which button, and why it comes late. */
export interface Filled extends Record<string, Json | undefined> {
  action?: string
  late?: string
}

/** One procedure about certificates at work: every act is a request of somebody who finds the task in the inbox. */
export interface Matter {
  readonly key: string
  complete(elementId: string, as: string, filled?: Filled): Promise<void>
  claim(elementId: string, as: string): Promise<void>
  tasksOf(personId: string): Promise<string[]>
  openTasks(): Promise<string[]>
  ends(): Promise<string[]>
  variable(name: string): Promise<Json | undefined>
  request(id: string, as: string, reason?: string): Promise<void>
  limitOf(elementId: string): Promise<{ dueDate: string; isProvisional: boolean } | null>
}

/** An office with everybody who works on certificates. */
export interface CertificateOffice extends Office {
  start(processDefinitionId: string, as: string, values?: Variables): Promise<Matter>
  /** A procedure that a message or the clock began: the latest of that id that is open, or of that number. */
  found(processDefinitionId: string, which?: (view: Variables) => boolean): Promise<Matter>
  /** Instances of a procedure. */
  count(processDefinitionId: string): Promise<number>
  /** How a certificate stands now, by its number. */
  stateOf(number: string): string | undefined
  /** Sets the clock to a moment in Beijing and lets everything happen that comes due. */
  at(moment: string): Promise<void>
  /** Enters rows of a register of service, as its keeper. */
  enter(register: string, as: string, row: Variables): Promise<void>
  /** The photograph that somebody encloses with an application; one for all of his. */
  photo(as: string): Promise<Json>
  /** Brings somebody in with his papers. */
  employ(person: DemoPerson): Promise<void>
  /** The figures of a month (`2026-09`) or a year. */
  report(period: string): CertificateReport
  /** Flows of a diagram that no matter of this office took. */
  notWalked(processDefinitionId: string): Promise<string[]>
}

const AUDITOR = 'gu-xingzhi'

/** Opens it at a moment in Beijing. */
export async function openCertificateOffice(moment = '2026-11-24 10:00'): Promise<CertificateOffice> {
  const office = await openOffice({}, instantOf(moment))
  await office.app.enter(certificatePeople, DEMO_PASSWORD)
  return certificateOfficeOn(office)
}

const instantOf = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)

function certificateOfficeOn(office: Office): CertificateOffice {
  const walked = new Map<string, Set<string>>()
  const photos = new Map<string, Promise<Json>>()
  const photo = (as: string) => {
    const known =
      photos.get(as) ?? office.desk(as).then(desk => desk.upload('照片.png', sampleFile('照片.png').content))
    photos.set(as, known as Promise<Json>)
    return known as Promise<Json>
  }
  const view = async (key: string) => await (await office.desk(AUDITOR)).get<InstanceView>(`/process-instances/${key}`)
  const settle = async (id: string, key: string) => {
    await office.settled()
    const { flows, incidents } = await view(key)
    walked.set(id, new Set([...(walked.get(id) ?? []), ...flows]))
    if (incidents.length > 0) throw new Error(`${id} ${key} has an incident: ${incidents[0]?.errorMessage}`)
  }
  const list = async (id: string) => {
    const asked = `/process-instances?processDefinitionId=${id}&limit=200`
    return (await (await office.desk(AUDITOR)).get<{ items: { processInstanceKey: string }[] }>(asked)).items
  }
  const variablesOf = async (key: string): Promise<Variables> =>
    Object.fromEntries((await view(key)).variables.map(({ name, value }) => [name, value]))
  const matterOf = (id: string, key: string): Matter =>
    matter({ office, photo, view, settle: () => settle(id, key), key, id })
  return {
    ...office,
    async start(id, as, values = {}) {
      const key = await (await office.desk(as)).start(id, values)
      await settle(id, key)
      return matterOf(id, key)
    },
    async found(id, which = () => true) {
      for (const { processInstanceKey: key } of await list(id)) {
        if (!which(await variablesOf(key))) continue
        await settle(id, key)
        return matterOf(id, key)
      }
      throw new Error(`Expected an instance of ${id}`)
    },
    count: async id => (await list(id)).length,
    stateOf(number) {
      const { certificates } = office.app.house.registers
      const now = office.app.clock.now()
      return ['enforcement', 'supervision'].flatMap(kind => certificates.find(`${kind}-${number}`, now) ?? [])[0]?.state
    },
    async at(moment) {
      await office.until(instantOf(moment))
      await timersFired(office)
      await office.settled()
    },
    async enter(register, as, row) {
      await (await office.desk(as)).send('POST', `/catalogue/${register}`, { row })
      await office.settled()
    },
    photo,
    employ: person => office.app.enter(recordsOf({ ...person, hasAccount: true }), DEMO_PASSWORD),
    report: period => certificateReport(office.app.house.registers.matters.counts(), period),
    async notWalked(id) {
      for (const { processInstanceKey } of await list(id)) await settle(id, processInstanceKey).catch(() => {})
      const { nodes } = await graphOf(id)
      const flows = [...nodes.values()].flatMap(({ outgoing }) => outgoing.map(flow => flow.id))
      return flows.filter(flow => !walked.get(id)?.has(flow)).sort()
    },
  }
}

/** When every timer that has come by now has fired, those that begin a procedure too; each fires in a turn of its own. */
async function timersFired({ app }: Office): Promise<void> {
  const due = app.house.db.writer
    .prepare<[number, number], number>(
      'SELECT (SELECT count(*) FROM engine_timer WHERE due <= ?) + (SELECT count(*) FROM engine_start WHERE due <= ?)',
    )
    .pluck()
  while ((due.get(app.clock.now(), app.clock.now()) ?? 0) > 0) await new Promise(resolve => setImmediate(resolve))
}

async function graphOf(id: string) {
  const xml = await readFile(`workflows/${id}/${id}.bpmn`, 'utf8')
  return readProcessGraph(processesOf(await parseBpmn(xml))[0]!)
}

/** Whether an element ends the whole: an end of the process itself, or of what interrupts it. */
function isEndOf(node: FlowNode | undefined, nodes: ReadonlyMap<string, FlowNode>, processId: string): boolean {
  if (node?.type !== 'bpmn:EndEvent') return false
  const start = [...nodes.values()].find(each => each.scopeId === node.scopeId && each.type === 'bpmn:StartEvent')
  const around = nodes.get(node.scopeId)
  const source = start?.source as { isInterrupting?: boolean } | undefined
  const isEvent = (around?.source as { triggeredByEvent?: boolean } | undefined)?.triggeredByEvent === true
  return node.scopeId === processId || (isEvent && source?.isInterrupting !== false)
}

interface Scene {
  id: string
  office: Office
  photo(as: string): Promise<Json>
  view(key: string): Promise<InstanceView>
  settle(): Promise<void>
  key: string
}

function matter({ office, photo, view, settle, key, id }: Scene): Matter {
  const inboxOf = async (desk: Desk) => (await desk.tasks()).filter(task => task.processInstanceKey === key)
  const find = async (elementId: string, as: string) => {
    const inbox = await inboxOf(await office.desk(as))
    const task = inbox.find(found => found.elementId === elementId)
    if (task) return task
    throw new Error(`Expected '${elementId}' in the inbox of ${as}, found ${inbox.map(found => found.elementId)}`)
  }
  return {
    key,
    async complete(elementId, as, { action, late, ...values } = {}) {
      const { userTaskKey } = await find(elementId, as)
      const given = Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined)
      await (await office.desk(as)).send('POST', `/user-tasks/${userTaskKey}/completion`, {
        ...(action !== undefined && { action }),
        ...(late !== undefined && { lateReason: late }),
        // Every application carries a photograph.
        variables: { ...(elementId === 'apply' && { photo: await photo(as) }), ...Object.fromEntries(given) },
      })
      await settle()
    },
    async claim(elementId, as) {
      await (await office.desk(as)).claim((await find(elementId, as)).userTaskKey)
    },
    tasksOf: async as => (await inboxOf(await office.desk(as))).map(({ elementId }) => elementId),
    openTasks: async () => (await view(key)).openTasks.map(({ elementId }) => elementId).sort(),
    async ends() {
      const { elements, state } = await view(key)
      const { nodes } = await graphOf(id)
      const isEnd = (elementId: string) => isEndOf(nodes.get(elementId), nodes, id)
      return state === 'COMPLETED' ? elements.map(({ elementId }) => elementId).filter(isEnd) : []
    },
    variable: async name => (await view(key)).variables.find(found => found.name === name)?.value,
    async request(request, as, reason = '见书面说明') {
      await (await office.desk(as)).send('POST', `/process-instances/${key}/requests`, { request, reason })
      await settle()
    },
    async limitOf(elementId) {
      const task = (await view(key)).openTasks.find(found => found.elementId === elementId)
      const auditor = await office.desk(AUDITOR)
      const path = `/user-tasks/${task?.userTaskKey}`
      return (await auditor.get<{ limitReason: { dueDate: string; isProvisional: boolean } | null }>(path)).limitReason
    },
  }
}

/** What the house answered to something it refused. */
export async function refusalOf(doing: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refused) return error.refusal
  throw error ?? new Error('Expected a refusal, but it was done')
}
