import { type Said, said } from './words.ts'

const UNITS: Readonly<Record<string, Said>> = {
  WD: said('个工作日', 'working days'),
  D: said('日', 'days'),
  H: said('小时', 'hours'),
  MIN: said('分钟', 'minutes'),
  M: said('个月', 'months'),
  Y: said('年', 'years'),
}

/** The amount of a limit in words: `5WD`, `same-day`, `yearly 12-15` … */
export function amountWords(amount: string): Said {
  const [, number = '', unit = ''] = /^(\d+)([A-Z]+)$/.exec(amount) ?? []
  const words = UNITS[unit]
  if (words) return said(`${number} ${words.zh}`, `${number} ${number === '1' ? words.en.replace(/s$/, '') : words.en}`)
  if (amount === 'same-day') return said('当日', 'the same day')
  if (amount === 'document') return said('文书所写的期限', 'what the document says')
  const [kind, value = ''] = amount.split(' ')
  if (kind === 'yearly') return said(`每年 ${value} 前`, `until ${value} of each year`)
  return kind === 'rate' ? said(`每日 ${value}`, `${value} a day`) : said(amount, amount)
}
