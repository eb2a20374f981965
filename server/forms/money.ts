/** Shows an amount in fen as yuan with two decimals and thousands apart: 5200000 → `52,000.00`. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

/** Reads an amount typed in yuan (`52,000`, `￥52 000.5`, `５２０元`) as fen; undefined if it is not an amount or too large to be exact. */
export function parseYuan(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '')
  const read = /^(-?)(\d+)(?:\.(\d{0,2}))?$/.exec(plain)
  if (!read) return undefined
  const [, sign, whole = '', fraction = ''] = read
  const fen = Number(whole + fraction.padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? (sign && fen !== 0 ? -fen : fen) : undefined
}

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Writes an amount in fen in the capital numerals of a document: 5200000 → `伍万贰仟元整`; empty for what has no such form. */
export function yuanInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) return ''
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const rest = fen % 10
  if (fen === 0) return '零元整'
  const whole = yuan > 0 ? `${integerInWords(yuan)}元` : ''
  if (jiao === 0 && rest === 0) return `${whole}整`
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : yuan > 0 ? '零' : ''
  return `${whole}${tenths}${rest > 0 ? `${numerals[rest]}分` : '整'}`
}

function integerInWords(value: number): string {
  const chunks: number[] = []
  for (let left = value; left > 0; left = Math.floor(left / 10_000)) chunks.push(left % 10_000)
  let words = ''
  for (let index = chunks.length - 1; index >= 0; index -= 1) {
    const chunk = chunks[index] ?? 0
    if (chunk === 0) continue
    const isGap = words !== '' && (chunk < 1000 || chunks[index + 1] === 0)
    words += (isGap ? '零' : '') + chunkInWords(chunk) + (groups[index] ?? '')
  }
  return words
}

function chunkInWords(chunk: number): string {
  let words = ''
  let isGap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(chunk / 10 ** place) % 10
    if (digit === 0) isGap = words !== ''
    else {
      words += (isGap ? '零' : '') + (numerals[digit] ?? '') + (places[place] ?? '')
      isGap = false
    }
  }
  return words
}
