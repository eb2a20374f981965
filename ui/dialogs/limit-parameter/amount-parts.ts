/** What a length of time is counted in, as its amount ends. */
export const LENGTHS = ['WD', 'D', 'H', 'MIN', 'M', 'Y'] as const

/** What an amount may be measured in: a length, or one of the few that are no length. */
export type Measure = (typeof LENGTHS)[number] | 'yearly' | 'rate' | 'document' | 'same-day'

/** An amount of a limit in the parts people enter. */
export interface AmountParts {
  measure: Measure
  /** Of a length or a rate. */
  number: string
  /** Of a day of the year. */
  month: string
  day: string
}

/** Takes `5WD`, `yearly 12-15`, `rate 3%` or `document` apart. */
export function partsOf(amount: string): AmountParts {
  const [, number = '', unit] = /^(\d+)([A-Z]+)$/.exec(amount) ?? []
  const length = LENGTHS.find(each => each === unit)
  if (length) return { measure: length, number, month: '', day: '' }
  const [measure, value = ''] = amount.split(' ')
  if (measure === 'yearly') {
    const [month = '', day = ''] = value.split('-')
    return { measure, number: '', month: String(Number(month)), day: String(Number(day)) }
  }
  if (measure === 'rate') return { measure, number: value.replace('%', ''), month: '', day: '' }
  return { measure: measure === 'same-day' ? measure : 'document', number: '', month: '', day: '' }
}

const MOST = { length: 9999, rate: 99 } as const
/** A year with a day more, so that every day of any year is one. */
const LEAP_YEAR = 2024

/** Puts the parts together; nothing where a number is missing, is none, or the day does not exist. */
export function amountOf({ measure, number, month, day }: AmountParts): string | undefined {
  if (measure === 'document' || measure === 'same-day') return measure
  if (measure === 'yearly') return isDay(month, day) ? `yearly ${two(month)}-${two(day)}` : undefined
  const most = measure === 'rate' ? MOST.rate : MOST.length
  if (!/^\d{1,4}$/.test(number) || Number(number) < 1 || Number(number) > most) return undefined
  return measure === 'rate' ? `rate ${Number(number)}%` : `${Number(number)}${measure}`
}

const two = (text: string): string => text.padStart(2, '0')

function isDay(month: string, day: string): boolean {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return false
  const date = new Date(Date.UTC(LEAP_YEAR, Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
