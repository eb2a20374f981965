const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The number that `一百零六`, `第十` without its 第, or `58` says; undefined for what is no number from 1 to 9999. */
export function readChineseNumber(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text) || undefined
  let sum = 0
  let digit = 0
  let lastUnit = Number.MAX_SAFE_INTEGER
  for (const letter of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const unit = UNITS[letter]
    if (unit !== undefined) {
      if (unit >= lastUnit) return undefined
      sum += (digit || 1) * unit
      lastUnit = unit
      digit = 0
    } else {
      const value = DIGITS.indexOf(letter)
      if (value < 0 || digit !== 0) return undefined
      digit = value
    }
  }
  return sum + digit || undefined
}

/** `一百零六`, as laws number their articles; from 1 to 9999. */
export function writeChineseNumber(number: number): string {
  const places = ['千', '百', '十', '']
  const digits = [...String(number).padStart(4, '0')].map(Number)
  const words = digits.map((digit, place) => (digit === 0 ? '零' : `${DIGITS[digit]}${places[place]}`))
  const text = words
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
  return text.replace(/^一十/, '十')
}
