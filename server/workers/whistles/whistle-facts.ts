import { instantOfText } from '../../deadlines/instant-text.ts'
import type { WhistleFeedbackFacts } from '../../documents/templates/whistle-feedback.ts'
import type { WhistleOrderFacts } from '../../documents/templates/whistle-order.ts'
import type { ActivatedJob } from '../../engine/index.ts'
import type { WhistleRow } from '../../registers/whistles/whistle-queries.ts'
import type { GatheredFacts } from '../document-orders.ts'
import { textInput } from '../job-inputs.ts'
import type { WorkerTools } from '../worker.ts'
import { wordOf } from './whistle-words.ts'

/** What the register knows of a whistle that was sent. */
export function whistleOrderFacts(tools: WorkerTools, job: ActivatedJob): GatheredFacts<WhistleOrderFacts> {
  const { row, gathered } = whistleOf(tools, job)
  const facts: WhistleOrderFacts = {
    ...headOf(row),
    level: wordOf(row.level),
    ground: wordOf(row.ground),
    place: textOf(row.place),
    problem: textOf(row.problem),
    items: listOf(row.itemCodes).join('、'),
    dutyBasis: wordOf(row.dutyBasis),
    planned: [officeTime(row.planAt), textOf(row.planPlace)].filter(text => text !== '').join(' '),
    linkedCase: textOf(row.linkedCase),
    approver: nameOf(tools, row.approvedBy),
    called: tools.whistles.branchesOf(textOf(row.whistleId)).map(({ org, role, task }) => ({
      ...{ name: bodyOf(tools, org), role: roleOf(role), task: textOf(task) },
    })),
  }
  return { ...gathered, facts }
}

/** What the register knows of who came and did what. */
export function whistleFeedbackFacts(tools: WorkerTools, job: ActivatedJob): GatheredFacts<WhistleFeedbackFacts> {
  const { row, gathered } = whistleOf(tools, job)
  const facts: WhistleFeedbackFacts = {
    ...headOf(row),
    orderNo: textOf(row.docNo),
    round: `第${Number(row.reworkCount ?? 0) + 1}次`,
    resolved: wordOf(row.resolved),
    text: textOf(row.feedbackText),
    remainder: textOf(row.remainder),
    branches: tools.whistles.branchesOf(textOf(row.whistleId)).map(branch => ({
      ...{ name: bodyOf(tools, branch.org), role: roleOf(branch.role) },
      ...{ signedAt: officeTime(branch.signAt), arrivedAt: officeTime(branch.arriveAt) },
      people: listOf(branch.people)
        .map(id => nameOf(tools, id))
        .join('、'),
      certificates: listOf(branch.certNos).join('、'),
      measures: listOf(branch.measures).map(wordOf).join('、'),
      result: textOf(branch.result),
    })),
  }
  return { ...gathered, facts }
}

function whistleOf({ whistles }: WorkerTools, job: ActivatedJob) {
  const whistleId = textInput(job, 'bizKey')
  const row = whistles.find(whistleId)
  if (!row) throw new Error(`Expected '${whistleId}' in the register of whistles, found nothing`)
  const gathered = {
    orgCode: textOf(row.orgCode),
    caseNo: row.caseNo === null ? null : textOf(row.caseNo),
    round: Number(row.reworkCount ?? 0) + 1,
  }
  return { row, gathered }
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const headOf = ({ whistleId, title }: WhistleRow) => ({ whistleId: textOf(whistleId), title: textOf(title) })
const roleOf = (role: unknown) => (role === 'lead' ? '牵头' : '协办')
const nameOf = ({ people }: WorkerTools, id: unknown) => (id === null ? '' : (people.nameOf(textOf(id)) ?? textOf(id)))
const bodyOf = ({ people }: WorkerTools, org: unknown) => people.findOrganisation(textOf(org))?.name ?? textOf(org)

const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000

/** An instant as people in the office read it; nothing for what is no instant. */
function officeTime(value: unknown): string {
  const instant = instantOfText(textOf(value))
  return Number.isNaN(instant) ? '' : new Date(instant + OFFICE_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}
