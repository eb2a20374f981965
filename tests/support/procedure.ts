import { type Desk, type Refusal, Refused } from '../../db/seed/desk.ts'
import { type CaseFiles, filledForms } from '../../db/seed/filled-forms.ts'
import { samplePdf } from '../../db/seed/sample-pdf.ts'
import { twoTimesOf } from '../../server/api/two-times.ts'
import { type FlowNode, parseBpmn, processesOf, readProcessGraph } from '../../server/bpmn/index.ts'
import type { Json, Variables } from '../../server/engine/index.ts'
import type { InstanceView, OfferedRequest } from './instance-view.ts'
import type { Office } from './office.ts'
import { instantOf, officeOfFile } from './office-of-file.ts'
import type { LimitView, Play } from './play.ts'
import { businessVariable, graphOf } from './procedure-diagram.ts'

const AUDITOR = 'gu-xingzhi'
const walked = new Map<string, Set<string>>()
let caseCount = 0

export { officeAlsoHas, officeOfFile, officeOpensAt } from './office-of-file.ts'

/** Before the next file: which flows were taken is asked of each by itself. */
export function forgetWalked(): void {
  walked.clear()
}

/** A new instance of a procedure in the office of the file. */
export async function procedure(processDefinitionId: string): Promise<Play> {
  const office = await officeOfFile()
  const files = await office.caseFiles()
  caseCount += 1
  const caseNo = `LDJ-PT-2026-${String(caseCount).padStart(5, '0')}`
  return playOf(office, files, { processDefinitionId, caseNo, key: '' })
}

interface Scene {
  processDefinitionId: string
  caseNo: string
  /** Of the instance; empty before it is started. */
  key: string
}

function playOf(office: Office, files: CaseFiles, scene: Scene): Play {
  const { processDefinitionId, caseNo } = scene
  let { key } = scene
  /** Of a procedure that is a case of its own, its own number. */
  let number = caseNo
  const view = async () => {
    const seen = await (await office.desk(AUDITOR)).get<InstanceView>(`/process-instances/${key}`)
    walked.set(processDefinitionId, new Set([...(walked.get(processDefinitionId) ?? []), ...seen.flows]))
    return seen
  }
  const settled = async () => {
    await office.settled()
    const { incidents } = await view()
    if (incidents.length > 0) throw new Error(`${caseNo} has an incident: ${incidents[0]?.errorMessage}`)
  }
  const inboxOf = async (desk: Desk) => (await desk.tasks()).filter(task => task.processInstanceKey === key)
  const find = async (desk: Desk, elementId: string, personId: string) => {
    const inbox = await inboxOf(desk)
    const task = inbox.find(found => found.elementId === elementId)
    if (task) return task
    throw new Error(`Expected '${elementId}' in the inbox of ${personId}, found ${inbox.map(found => found.elementId)}`)
  }
  const variable = async (name: string) => {
    const found = (await view()).variables.filter(each => each.name === name)
    // What a message brought lies beside it in its start event.
    return (found.find(({ scope }) => scope === key) ?? found[0])?.value
  }
  const businessKey = async () => String(await variable(await businessVariable(processDefinitionId)))
  const instances = async (id = processDefinitionId) => {
    const asked = `/process-instances?processDefinitionId=${id}&q=${number}`
    return (await (await office.desk(AUDITOR)).get<{ items: { processInstanceKey: string }[] }>(asked)).items
  }
  return {
    caseNo,
    async start({ by, ...values }) {
      const desk = await office.desk(by)
      const usual = processDefinitionId === REVIEW ? START : SUBJECT
      key = await desk.start(processDefinitionId, given({ ...usual, caseNo, ...values }))
      await settled()
      number = String((await variable('caseNo')) ?? caseNo)
    },
    async startedBy(diagram, { by }) {
      await office.deploy(diagram)
      const { id } = readProcessGraph(processesOf(await parseBpmn(diagram))[0]!)
      const { caseTitle = '', partyName = '' } = START
      await (await office.desk(by)).start(id, { caseNo, caseTitle, partyName })
      await office.settled()
      key = (await instances())[0]?.processInstanceKey ?? ''
      await settled()
    },
    siblings: async () => (await instances()).length,
    async complete(elementId, { as, action, lateReason, ...values }) {
      const desk = await office.desk(as)
      const { userTaskKey } = await find(desk, elementId, as)
      const variables = { ...filledForms[elementId]?.(files), ...given(values) }
      await desk.complete(userTaskKey, {
        ...(action !== undefined && { action }),
        ...(lateReason !== undefined && { lateReason }),
        variables,
      })
      await settled()
    },
    async claim(elementId, { as }) {
      const desk = await office.desk(as)
      await desk.claim((await find(desk, elementId, as)).userTaskKey)
    },
    async cosign(elementId, { as, back }) {
      const desk = await office.desk(as)
      const { userTaskKey } = await find(desk, elementId, as)
      if (back === undefined) await desk.cosign(userTaskKey)
      else {
        const { sheet } = await desk.get<{ sheet: { content: string } }>(`/user-tasks/${userTaskKey}`)
        const path = `/user-tasks/${userTaskKey}/countersignature/refusal`
        await desk.send('POST', path, { content: sheet.content, reason: back })
      }
      await settled()
    },
    async request(request, { as, reason = '见书面说明', person, until, body }) {
      const desk = await office.desk(as)
      const named = { ...(person && { person }), ...(until && { until }), ...(body && { body }) }
      await desk.send('POST', `/process-instances/${key}/requests`, { request, reason, ...named })
      await settled()
    },
    async extendLimit(elementId, { as }) {
      const desk = await office.desk(as)
      const { userTaskKey } = (await view()).openTasks.find(task => task.elementId === elementId)!
      await desk.send('POST', `/user-tasks/${userTaskKey}/limit-extension`, { reason: '等待鉴定意见' })
    },
    async suspend({ as }) {
      const body = { ground: 'other-case', reason: '以另案的处理结果为依据' }
      await (await office.desk(as)).send('POST', `/cases/${caseNo}/suspensions`, body)
    },
    async resume({ as }) {
      await (await office.desk(as)).send('POST', `/cases/${caseNo}/resumption`, { reason: '另案已有结果' })
    },
    async requestsOf(personId) {
      const desk = await office.desk(personId)
      const { items } = await desk.get<{ items: OfferedRequest[] }>(`/process-instances/${key}/requests`)
      return items.map(({ id, permitted }) => ({ id, permitted }))
    },
    async other(id) {
      const [latest] = (await instances(id)).filter(({ processInstanceKey }) => processInstanceKey !== key)
      if (!latest) throw new Error(`Expected an instance of ${id} in ${caseNo}`)
      return playOf(office, files, { processDefinitionId: id, caseNo: number, key: latest.processInstanceKey })
    },
    async comesNext(elementId, { as }) {
      const desk = await office.desk(as)
      const { userTaskKey } = await find(desk, elementId, as)
      const { next } = await desk.get<{ next: { name: string }[] }>(`/user-tasks/${userTaskKey}`)
      return [...new Set(next.map(({ name }) => name))].sort()
    },
    tasksOf: async personId => (await inboxOf(await office.desk(personId))).map(({ elementId }) => elementId),
    sees: async (path, { as }) => (await office.desk(as)).get(path),
    openTasks: async () => (await view()).openTasks.map(({ elementId }) => elementId).sort(),
    async publish(name, to) {
      const bizKey = await businessKey()
      await office.publish({ name, correlationKey: to ? `${bizKey}/${to.elementId}` : bizKey, caseNo })
      await settled()
    },
    variable,
    async until(moment) {
      await office.until(instantOf(moment))
      await settled()
    },
    async announce(year) {
      await (await office.desk('fang-yuangui')).send('POST', '/calendar/years', { ...year })
      await office.app.limitsSettled()
    },
    async limitOf(elementId) {
      // When a limit begins, and whether it applies, is found out by the clock.
      await office.app.limitsSettled()
      const task = (await view()).openTasks.find(found => found.elementId === elementId)
      if (!task) throw new Error(`Expected '${elementId}' to be open in ${caseNo}`)
      const auditor = await office.desk(AUDITOR)
      const { limitReason } = await auditor.get<{ limitReason: LimitView | null }>(`/user-tasks/${task.userTaskKey}`)
      return limitReason ?? undefined
    },
    limits: async () => (await view()).limits,
    limitActs: async () =>
      office.app.house.journal
        .entriesOf(key)
        .filter(({ verb }) => verb.startsWith('limit.'))
        .map(({ verb, actor, subject, payload }) => ({
          verb,
          actor: actor.kind,
          ...(subject?.elementId !== undefined && { elementId: subject.elementId }),
          ...(payload && { payload }),
        })),
    escalations: async () =>
      office.app.house.escalations
        .list({ processInstanceKey: key, limit: 100 })
        .map(({ kind, parameterKey, toRole, toOrg }) => `${kind ?? parameterKey} ${toRole}@${toOrg}`)
        .reverse(),
    told: async personId => {
      await office.app.house.postOffice.settled()
      const asked = (await office.desk(personId)).get<{ items: Awaited<ReturnType<Play['told']>> }>('/notifications')
      const { items } = await asked
      const names = [await businessKey(), number]
      return items
        .filter(({ text }) => names.some(name => text.includes(name)))
        .map(({ kind, text, path }) => ({ kind, text, path }))
    },
    async whistle() {
      const whistleId = await businessKey()
      const { whistles } = office.app.house
      const [branches, evaluations] = [whistles.branchesOf(whistleId), whistles.evaluationsOf(whistleId)]
      return { row: whistles.find(whistleId), branches, evaluations }
    },
    transfers: async () => office.app.house.transfers.ofCase(number),
    goods: async () => office.app.house.registers.preservedGoods.of(await businessKey()),
    done: async () =>
      office.app.house.journal
        .entriesOf(key)
        .filter(({ kind, actor }) => kind !== 'refused' && actor.kind === 'person')
        .map(entry => ({ elementId: entry.subject?.elementId ?? '', ...twoTimesOf(entry) })),
    hasPassed: async () => {
      const { reviewType } = Object.fromEntries((await view()).variables.map(({ name, value }) => [name, value]))
      return office.app.house.reviews.passedAt(caseNo, String(reviewType)) !== undefined
    },
    anew: () => playOf(office, files, { ...scene, key: '' }),
    casesOf: async personId => office.app.house.cases.handledBy(personId),
    file: async (name, { as }) => await (await office.desk(as)).upload(name, samplePdf([name])),
    isOver: async () => (await view()).state === 'COMPLETED',
    ends: async () => {
      const { elements, state } = await view()
      const { id, nodes } = await graphOf(processDefinitionId)
      const isEnd = (node?: FlowNode) => node?.type === 'bpmn:EndEvent' && node.scopeId === id
      return state === 'COMPLETED'
        ? elements.map(({ elementId }) => elementId).filter(end => isEnd(nodes.get(end)))
        : []
    },
    published: async (name, suffix) => {
      const bizKey = await businessKey()
      return await office.published(name, suffix === undefined ? bizKey : `${bizKey}/${suffix}`)
    },
  }
}

const REVIEW = 'legal-review'
const SUBJECT: Variables = { caseTitle: '占用人行道经营案' }
const START: Variables = {
  ...SUBJECT,
  partyName: '沿阶小馆餐饮店',
  reviewType: 'penalty',
  stage: 'beforeDecision',
  handlerIds: [],
}

const given = (values: Record<string, Json | undefined>): Variables =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined))

/** What the house answered to something it refused. */
export async function refused(doing: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refused) return error.refusal
  throw error ?? new Error('Expected a refusal, but it was done')
}

/** The flows of a diagram that no instance of this file has taken. */
export async function flowsNotWalked(processDefinitionId: string): Promise<string[]> {
  const { nodes } = await graphOf(processDefinitionId)
  const flows = [...nodes.values()].flatMap(({ outgoing }) => outgoing.map(({ id }) => id))
  return flows.filter(id => !walked.get(processDefinitionId)?.has(id)).sort()
}
