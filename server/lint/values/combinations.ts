import type { Json } from '../../engine/protocol/records.ts'
import { ANY_TEXT, type Domain } from './domain.ts'

/** The values to try a variable with: all it is known to hold, and where it may hold others, what the expressions ask of it. */
export function samplesOf(name: string, { values, open }: Domain, expressions: readonly string[]): Json[] {
  if (open === undefined) return [...values]
  const asked = expressions.flatMap(expression => literalsFor(name, expression))
  const lists = expressions.flatMap(expression => listsFor(name, expression))
  const texts = asked.filter(literal => typeof literal === 'string')
  const numbers = asked
    .filter(literal => typeof literal === 'number')
    .flatMap(number => [number - 1, number, number + 1])
  const isBare = expressions.some(expression => isAskedBare(name, expression))
  const others: Record<typeof open, Json[]> = {
    text: [...texts, ANY_TEXT],
    number: numbers.length > 0 ? numbers : [0],
    other: lists.length > 0 ? lists : openSamples(texts, numbers, isBare),
  }
  return [...new Set([...values, ...others[open]])]
}

/** Of a value of unknown kind: what it is compared with, or yes and no. */
function openSamples(texts: Json[], numbers: Json[], isYesOrNo: boolean): Json[] {
  if (texts.length === 0 && numbers.length === 0) return isYesOrNo ? [true, false] : [ANY_TEXT]
  return [...(texts.length > 0 ? [...texts, ANY_TEXT] : []), ...numbers]
}

/** The whole expression, or a part of `and`, `or`, `not(…)`, `if`; not what another function is given. */
function isAskedBare(asked: string, expression: string): boolean {
  const name = plain(asked)
  return new RegExp(
    `(?:^|(?<!\\w\\s*)\\(|\\bnot\\s*\\(|\\b(?:and|or|if)\\s)\\s*${name}\\s*(?:$|\\)|\\s(?:and|or|then)\\b|=\\s*(?:true|false))`,
  ).test(expression)
}

const LITERAL = '("(?:[^"\\\\]|\\\\.)*"|-?\\d+(?:\\.\\d+)?)'
const plain = (name: string) => name.replace(/[^\w\p{L}]/gu, '\\$&')
const literalsBy = (pattern: string, expression: string) =>
  [...expression.matchAll(new RegExp(pattern, 'g'))].map(([, literal = '""']) => JSON.parse(literal) as Json)

/** The texts and numbers an expression compares a name with; all of them where it is looked up in a list. */
function literalsFor(name: string, expression: string): Json[] {
  const word = plain(name)
  const isListed = new RegExp(`contains\\([^)]*[\\],]\\s*${word}\\b|\\b${word}\\s+in\\b`).test(expression)
  if (isListed) return literalsBy(LITERAL, expression)
  return [
    ...literalsBy(`\\b${word}\\s*[<>!]?=?\\s*${LITERAL}`, expression),
    ...literalsBy(`${LITERAL}\\s*[<>!]?=?\\s*${word}\\b`, expression),
  ]
}

/** Lists to ask with: what is looked for in them, each alone, and none. */
function listsFor(name: string, expression: string): Json[] {
  const sought = literalsBy(`list contains\\(\\s*${plain(name)}\\s*,\\s*${LITERAL}`, expression)
  return sought.length > 0 ? [...sought.map(value => [value]), []] : []
}

/** Every way to give each name one of its values; undefined when there are more than wanted. */
export function combinationsOf(
  names: readonly string[],
  samples: readonly (readonly Json[])[],
  most: number,
): ReadonlyMap<string, Json>[] | undefined {
  const count = samples.reduce((product, values) => product * Math.max(values.length, 1), 1)
  if (count > most) return undefined
  return names.reduce<ReadonlyMap<string, Json>[]>(
    (ways, name, index) => ways.flatMap(way => (samples[index] ?? []).map(value => new Map(way).set(name, value))),
    [new Map()],
  )
}
