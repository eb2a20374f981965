import { cycleProblem, elementOf, elementsOf, parseTimerCycle, textOf } from '../../../bpmn/index.ts'
import type { Finding, Rule } from '../../rule.ts'

const HOUR = 3_600_000
const OFFICE_OFFSET_HOURS = 8
/** Some Monday: what fires more often than each hour shows within two of its hours. */
const SOME_DAY = Date.UTC(2026, 0, 5)

/** Times that come again can be read, come not too often, and fall on the day that is meant here. */
export const cronCycle: Rule = {
  id: 'cron-cycle',
  severity: 'error',
  title: { zh: '定时周期写得对', en: 'Cycles of time are right' },
  doc: {
    why: 'cron 按协调世界时（UTC）计，比北京时间晚八小时：写 0 0 20 1 * * 的，在北京是二日四时。六个域依次为秒、分、时、日、月、星期；写错的一处会让流程每分钟发起一次。',
    mend: '北京时间减八小时写（九时写 1）；写了日期或星期的，北京时间不要在 0—8 时；或者用 R/2026-01-01T09:00+08:00[Asia/Shanghai]/P1M。',
  },
  check: ({ nodes }) =>
    nodes.flatMap(({ id, source }) =>
      elementsOf(source, 'eventDefinitions').flatMap(definition => {
        const text = textOf(elementOf(definition, 'timeCycle'), 'body')
          ?.trim()
          .replace(/^="([^"]*)"$/, '$1')
        return text === undefined || text.startsWith('=') ? [] : judge(id, text)
      }),
    ),
}

function judge(elementId: string, text: string): Finding[] {
  const cycle = parseTimerCycle(text)
  if (!cycle)
    return [
      tell(
        elementId,
        `周期“${text}”读不懂：${cycleProblem(text)}`,
        `The cycle “${text}” cannot be read: ${cycleProblem(text)}`,
      ),
    ]
  if (!('cron' in cycle)) return []
  const first = cycle.cron.next(SOME_DAY)
  const second = first === undefined ? undefined : cycle.cron.next(first)
  if (first === undefined) return [tell(elementId, `周期“${text}”永远不会到。`, `The cycle “${text}” never comes.`)]
  if (second !== undefined && second - first < HOUR)
    return [
      tell(elementId, `周期“${text}”不到一小时就来一次。`, `The cycle “${text}” comes more often than each hour.`),
    ]
  const [, , hour = '', day = '*', , weekday = '*'] = text.split(/\s+/)
  const isDated = [day, weekday].some(field => field !== '*' && field !== '?')
  if (!isDated || !/^\d+$/.test(hour) || Number(hour) + OFFICE_OFFSET_HOURS < 24) return []
  const there = `${Number(hour) + OFFICE_OFFSET_HOURS - 24}`
  return [
    tell(
      elementId,
      `周期“${text}”按 UTC 计，在北京是第二天 ${there} 时。`,
      `The cycle “${text}” is counted in UTC: in Beijing it is ${there}:00 of the next day.`,
    ),
  ]
}

const tell = (elementId: string, zh: string, en: string): Finding => ({ elementId, message: { zh, en } })
