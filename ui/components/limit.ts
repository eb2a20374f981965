import { html, nothing, type TemplateResult } from 'lit'
import type { UserTask } from '../api-types.ts'
import { officeDay, officeNow, shortDate } from '../office-time.ts'
import { t } from '../words/index.ts'

/** What a lamp shows; its shape says it, colour repeats it. */
export type Lamp = 'calm' | 'remind' | 'urgent' | 'overdue' | 'done' | 'paused' | 'none'

/** A limit as it stands: the lamp, whole days left (negative when overdue), and the sentence. */
export interface LimitState {
  lamp: Lamp
  daysLeft?: number
  text: string
}

/** What of a task, or of an instance, its limit is told by. */
type Limited = Pick<UserTask, 'creationDate' | 'completionDate' | 'dueDate' | 'limit' | 'state' | 'suspension'>

/** How a task stands against its limit at this instant (UTC ms). */
export function limitOf(task: Limited, now = officeNow()): LimitState {
  if (task.state !== 'CREATED') {
    const date = shortDate(task.completionDate ?? now)
    return task.state === 'CANCELED'
      ? { lamp: 'none', text: t('limit.canceled', { date }) }
      : { lamp: 'done', text: t('limit.done', { date }) }
  }
  if (task.limit?.suspendedDate) return { lamp: 'paused', text: t('limit.paused') }
  if (!task.dueDate) return { lamp: 'none', text: t('limit.none') }
  const due = Date.parse(task.dueDate)
  // A limit that ends at 24:00 belongs to the day before midnight.
  const daysLeft = officeDay(due - 1) - officeDay(now)
  if (now >= due)
    return {
      lamp: 'overdue',
      daysLeft,
      text: daysLeft < 0 ? overdueBy(task, due, now) : t('limit.overdueToday'),
    }
  if (daysLeft === 0) return { lamp: 'urgent', daysLeft, text: t('limit.today') }
  return { lamp: earlyLamp(task, due, now), daysLeft, text: leftUntil(task, due, now) }
}

function leftUntil({ limit }: Limited, due: number, now: number): string {
  const workdays = workdaysAfter(now, due - 1, limit)
  return workdays > 0
    ? t('limit.leftWorkdays', { n: workdays })
    : t('limit.left', { n: officeDay(due - 1) - officeDay(now) })
}

function overdueBy({ limit }: Limited, due: number, now: number): string {
  const workdays = workdaysAfter(due - 1, now, limit)
  return workdays > 0
    ? t('limit.overdueWorkdays', { n: workdays })
    : t('limit.overdue', { n: officeDay(now) - officeDay(due - 1) })
}

/** Working days after one day until another, of a limit that is counted in them. */
function workdaysAfter(from: number, until: number, limit: Limited['limit']): number {
  if (!limit?.restDays) return 0
  const [first, last] = [officeDay(from), officeDay(until)]
  const atRest = limit.restDays.filter(day => isWithin(officeDay(`${day}T00:00:00+08:00`), first, last)).length
  return last - first - atRest
}

const isWithin = (day: number, after: number, until: number) => day > after && day <= until

/** Before the last day: by the warnings of the limits register, or, of a due date without a limit, by its last third. */
function earlyLamp({ limit, creationDate }: Pick<UserTask, 'creationDate' | 'limit'>, due: number, now: number): Lamp {
  if (!limit) return due - now <= (due - Date.parse(creationDate)) / 3 ? 'remind' : 'calm'
  if (now >= Date.parse(limit.urgentDate)) return 'urgent'
  return limit.remindDate !== null && now >= Date.parse(limit.remindDate) ? 'remind' : 'calm'
}

/** The lamp alone; words must stand beside it. */
export const lampMark = (lamp: Lamp): TemplateResult =>
  html`<span class="lamp" data-l=${lamp === 'calm' ? nothing : lamp}></span>`

/** Lamp, days left, and the date it ends. */
export const limitMark = (task: UserTask): TemplateResult => limitMarkOf(task)

/** The same of anything that has a limit. */
export function limitMarkOf(task: Limited): TemplateResult {
  const { lamp, text } = limitOf(task)
  const full =
    task.dueDate && task.state === 'CREATED' && lamp !== 'urgent'
      ? t('limit.until', { left: text, date: shortDate(Date.parse(task.dueDate) - 1) })
      : text
  const isProvisional = task.limit?.isProvisional && task.state === 'CREATED'
  const isExtended = task.limit !== null && task.limit.extended > 0 && task.state === 'CREATED'
  return html`<span class="limit" data-l=${lamp}>${lampMark(lamp)}${full}${isExtended ? html`<span class="tag">${t('limit.extended')}</span>` : nothing}${isProvisional ? html`<span class="tag wait">${t('limit.provisional')}</span>` : nothing}</span>`
}

/** How long somebody has waited, in the largest fitting unit. */
export function waited(since: string, now = officeNow()): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))
  if (minutes < 1) return t('wait.now')
  if (minutes < 60) return t('wait.minutes', { n: minutes })
  if (minutes < 48 * 60) return t('wait.hours', { n: Math.floor(minutes / 60) })
  return t('wait.days', { n: Math.floor(minutes / 1_440) })
}
