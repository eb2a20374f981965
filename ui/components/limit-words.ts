import { t } from '../words/index.ts'

const UNITS = ['WD', 'D', 'H', 'MIN', 'M', 'Y'] as const

/** A limit's amount in words: `5WD`, `document`, `yearly 12-15` … */
export function amountWords(amount: string): string {
  const [, number = '', unit] = /^(\d+)([A-Z]+)$/.exec(amount) ?? []
  const known = UNITS.find(each => each === unit)
  if (known) return t(`limit.unit.${known}`, { n: Number(number) })
  if (amount === 'document' || amount === 'same-day') return t(`limit.unit.${amount}`)
  const [kind, value = ''] = amount.split(' ')
  return kind === 'yearly' ? t('limit.unit.yearly', { day: value }) : t('limit.unit.rate', { rate: value })
}
