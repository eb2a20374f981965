import { dayOf } from '../deadlines/office-day.ts'
import type { TransferLetterFacts } from '../documents/templates/transfer-letter.ts'
import type { Json, Key } from '../engine/index.ts'
import type { Transfer } from '../registers/transfers.ts'
import type { GatheredFacts } from './document-orders.ts'
import type { WorkerTools } from './worker.ts'

type Tools = Pick<WorkerTools, 'transfers' | 'people' | 'items' | 'clock'>

const KINDS: Readonly<Record<string, string>> = {
  ...{ letter: '移送函', lead: '线索材料', record: '笔录', media: '照片、音像', list: '物品清单', other: '其他材料' },
}
const MEASURES: Readonly<Record<string, string>> = {
  ...{ none: '没有采取措施', preserved: '先行登记保存', sealed: '查封', detained: '扣押' },
}
const PLANS: Readonly<Record<string, string>> = { handOver: '移交', release: '解除、退还' }
const MINUTE_LENGTH = 16

/** What the register knows of the latest time a transfer was prepared, for its letter. */
export function transferFacts(tools: Tools, processInstanceKey: Key): GatheredFacts<TransferLetterFacts> {
  const found = tools.transfers.latestOf(processInstanceKey)
  if (!found) throw new Error(`Expected instance ${processInstanceKey} in the register of transfers, found nothing`)
  const nameOf = (org: string) => tools.people.findOrganisation(org)?.name ?? org
  const day = dayOf(tools.clock.now())
  const facts: TransferLetterFacts = {
    caseNo: found.caseNo ?? '',
    title: found.caseTitle ?? '',
    from: nameOf(found.fromOrg),
    to: nameOf(found.toOrg),
    items: (found.itemCodes ?? []).map(code => tools.items.find(code, day)?.name ?? code).join('、'),
    reason: found.transferReason ?? '',
    basis: found.transferBasis ?? '',
    stopped: stoppedText(found),
    informed: informedText(found),
    materials: rowsOf(found.materials).map(row => [wordOf(KINDS, row.kind), textOf(objectOf(row.file).name)]),
    goods: rowsOf(found.goods).map(row => [
      ...[textOf(row.name), textOf(row.amount), wordOf(MEASURES, row.measure), textOf(row.dueAt) || '—'],
      wordOf(PLANS, row.plan),
    ]),
  }
  return { facts, orgCode: found.fromOrg, caseNo: found.caseNo, round: found.roundTrip + 1 }
}

function stoppedText({ stopOrder }: Transfer): string {
  const { ongoing, ordered, mode, at } = stopOrder ?? {}
  if (ongoing === false) return '违法行为已经停止。'
  if (ordered !== true) return '违法行为正在进行，尚未责令停止。'
  return `已于${minuteOf(at)}${mode === 'written' ? '书面' : '口头'}责令停止违法行为。`
}

function informedText({ informed }: Transfer): string {
  return informed?.informed === true ? `已于${minuteOf(informed.at)}告知你单位。` : '尚未告知你单位。'
}

const minuteOf = (at: Json | undefined) => textOf(at).slice(0, MINUTE_LENGTH).replace('T', ' ')
const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')
const wordOf = (words: Readonly<Record<string, string>>, value: Json | undefined) =>
  words[textOf(value)] ?? textOf(value)

function objectOf(value: Json | undefined): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

const rowsOf = (list: readonly Json[] | null) => (list ?? []).map(objectOf)
