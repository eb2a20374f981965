import { CalculationFailure, type Run } from '../run.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import { wholePart } from '../values/numbers.ts'
import { type Declaration, declare } from './builtin.ts'
import { extract, isMatch, replaceAll, splitBy } from './regular-expressions.ts'

const declarations: readonly Declaration[] = [
  ['substring(string: string, start position: number, length?: number)', substring],
  ['string length(string: string)', (text: string) => text.length],
  ['upper case(string: string)', (text: string) => text.toUpperCase()],
  ['lower case(string: string)', (text: string) => text.toLowerCase()],
  [
    'substring before(string: string, match: string)',
    (text: string, match: string) => text.slice(0, Math.max(0, text.indexOf(match))),
  ],
  ['substring after(string: string, match: string)', substringAfter],
  ['contains(string: string, match: string)', (text: string, match: string) => text.includes(match)],
  ['starts with(string: string, match: string)', (text: string, match: string) => text.startsWith(match)],
  ['ends with(string: string, match: string)', (text: string, match: string) => text.endsWith(match)],
  ['matches(input: string, pattern: string, flags?: string|null)', isMatch],
  ['replace(input: string, pattern: string, replacement: string, flags?: string|null)', replaceAll],
  ['split(string: string, delimiter: string)', splitBy],
  ['extract(string: string, pattern: string)', extract],
  // As on Zeebe: a full-width blank stays.
  ['trim(string: string)', (text: string) => text.replace(/^[\0- ]+|[\0- ]+$/g, '')],
  ['is blank(string: string)', (text: string) => text.trim() === ''],
  ['to base64(value: string)', toBase64],
  ['uuid()', uuid],
  [
    'string join(list: list, delimiter?: string|null)',
    (list: FeelValue[], delimiter?: string | null) => join(list, delimiter),
  ],
  [
    'string join(list: list, delimiter: string|null, prefix: string|null, suffix: string|null)',
    (list: FeelValue[], delimiter: string | null, prefix: string | null, suffix: string | null) =>
      join(list, delimiter, prefix, suffix),
  ],
]

/** Functions on texts. Positions count units of UTF-16, as on Zeebe: a character outside the first plane is two. */
export const stringBuiltins = declare(declarations)

function substring(text: string, start: FeelNumber, length?: FeelNumber): FeelValue {
  const position = wholePart(start)
  const count = length === undefined ? text.length : wholePart(length)
  if (position === undefined || count === undefined) return null
  const first = position > 0 ? position - 1 : text.length + position
  const end = Math.min(first + count, text.length)
  if (first < 0 || end < first)
    throw new CalculationFailure(`expected a part of a text of ${text.length} characters, found ${first + 1} to ${end}`)
  return text.slice(first, end)
}

function substringAfter(text: string, match: string): string {
  const index = text.indexOf(match)
  return index < 0 ? '' : text.slice(index + match.length)
}

function join(list: FeelValue[], delimiter?: string | null, prefix?: string | null, suffix?: string | null): FeelValue {
  const texts = list.filter(item => item !== null)
  if (texts.some(text => typeof text !== 'string')) return null
  return `${prefix ?? ''}${texts.join(delimiter ?? '')}${suffix ?? ''}`
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function uuid(run: Run): string {
  const bytes = Array.from({ length: 16 }, () => Math.floor(run.random() * 256))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
