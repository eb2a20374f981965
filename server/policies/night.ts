import { dayOf, HOUR_MS } from '../deadlines/office-day.ts'
import { DOING } from './kinds.ts'
import type { Objection, Policy, TaskRequest } from './policy.ts'

const DAY_MS = 24 * HOUR_MS
const BEIJING_MS = 8 * HOUR_MS

/** What nobody may be made to give way by. */
const SUPPLIES = ['water', 'power', 'heat', 'gas']

/**
 * R-NIGHT: coercive execution is not carried out at night or on statutory holidays, unless it is urgent, says why and the
 * head approved; and never by cutting off supplies of daily life (行政强制法 第43条). A weekend is no holiday.
 */
export const night: Policy = request => {
  const { verb, task, values } = request
  if (task.kind !== 'coercion-execution' || !DOING.has(verb) || !values) return undefined
  if (values.means !== undefined && SUPPLIES.some(supply => listOf(values.means).includes(supply)))
    return objection('policy.night.supplies')
  const at = instantOf(values.executeAt) ?? request.at
  if (isUrgent(request, at)) return undefined
  if (request.isHoliday(dayOf(at))) return objection('policy.night.holiday')
  return isNight(at, request) ? objection('policy.night') : undefined
}

/** Urgency is said with its reason and approved beforehand, or the law lets it be done at once (第52条). */
function isUrgent({ values = {}, case: { known } }: TaskRequest, at: number): boolean {
  const hasReason = [values.urgentReason, known.urgentReason].some(
    text => typeof text === 'string' && text.trim() !== '',
  )
  const isApproved = known.urgentApproved === true && (instantOf(known.urgentApprovedAt) ?? at) <= at
  return hasReason && (isApproved || known.immediate === true)
}

function isNight(at: number, { parameters: { nightFrom, nightTo } }: TaskRequest): boolean {
  const hour = Math.floor(((at + BEIJING_MS) % DAY_MS) / HOUR_MS)
  return nightFrom < nightTo ? hour >= nightFrom && hour < nightTo : hour >= nightFrom || hour < nightTo
}

function instantOf(value: unknown): number | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function objection(id: string): Objection {
  return { id, rule: 'R-NIGHT', basis: ['行政强制法 第43条'] }
}
