import { countLimit } from '../../deadlines/limit.ts'
import { readLimitRule } from '../../deadlines/limit-rule.ts'
import { dayOf } from '../../deadlines/office-day.ts'
import type { PreservationFacts } from '../../documents/templates/preservation.ts'
import type { ActivatedJob } from '../../engine/index.ts'
import type { PreservedGood, Way } from '../../registers/preserved-goods.ts'
import type { GatheredFacts } from '../document-orders.ts'
import { textInput } from '../job-inputs.ts'
import type { WorkerTools } from '../worker.ts'

const REASONS: Readonly<Record<string, string>> = { mayLost: '证据可能灭失', hardLater: '证据以后难以取得' }
const WAYS: Readonly<Record<Way, string>> = {
  ...{ return: '退还', release: '解除登记保存', seize: '转查封、扣押' },
  ...{ appraise: '送交检验、检测、鉴定', transfer: '移送有关部门', confiscate: '没收' },
}
const KEPT = 'evidence.preserve'

/** What the register knows of the things of a preservation, for its notice and its decision (input `bizKey`). */
export function preservationFacts(tools: WorkerTools, job: ActivatedJob): GatheredFacts<PreservationFacts> {
  const preservationId = textInput(job, 'bizKey')
  const goods = tools.registers.preservedGoods.of(preservationId)
  const [first] = goods
  if (!first) throw new Error(`Expected goods of '${preservationId}' in the register, found none`)
  const { caseNo, org, reason, place, basis } = first
  const registered = caseNo === null ? undefined : tools.cases.find(caseNo)
  const party = registered?.partyId == null ? undefined : tools.parties.find(registered.partyId)
  const facts: PreservationFacts = {
    ...{ caseNo: caseNo ?? '', title: registered?.title ?? '本案', party: party?.partyName ?? '' },
    ...{ reason: REASONS[reason ?? ''] ?? '', place: place ?? '', basis: basis ?? '', until: lastDay(tools, first) },
    noticeNo: first.listNo ?? '',
    goods: goods.map(({ name, quantity, spec, way, movedTo }) => ({
      ...{ name: name ?? '', quantity: quantity ?? '', spec: spec ?? '' },
      ...{ way: way === null ? '' : WAYS[way], movedTo: nameOf(tools, movedTo) },
    })),
  }
  return { facts, orgCode: org ?? '', caseNo, round: null }
}

const nameOf = ({ people }: WorkerTools, to: string | null) =>
  to === null ? '' : (people.findOrganisation(to)?.name ?? to)

/** By which day it must be decided, counted from the keeping, or from now where that is to come. */
function lastDay({ clock, calendars, limitParameters }: WorkerTools, { executedAt }: PreservedGood): string {
  const start = executedAt === null ? clock.now() : Date.parse(executedAt)
  const amount = limitParameters.inForce(KEPT, dayOf(start))?.parameter.amount ?? '7WD'
  const [year, month, day] = countLimit(readLimitRule(amount, 'STRICT'), start, calendars.latest()).lastDay.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
