import type { Json } from '../../engine/protocol/records.ts'
import { ANY_TEXT, type Domain } from './domain.ts'

/** The values to try a variable with: all it is known to hold, and where it may hold others, what the expressions ask of it. */
export function samplesOf(name: string, { values, open }: Domain, expressions: readonly string[]): Json[] {
  if (open === undefined) return [...values]
  const asked = expressions.flatMap(expression => literalsFor(name, expression))
  const texts = asked.filter(literal => typeof literal === 'string')
  const numbers = asked
    .filter(literal => typeof literal === 'number')
    .flatMap(number => [number - 1, number, number + 1])
  const others: Record<typeof open, Json[]> = {
    text: [...texts, ANY_TEXT],
    number: numbers.length > 0 ? numbers : [0],
    other: openSamples(
      texts,
      numbers,
      expressions.some(expression => isAskedBare(name, expression)),
    ),
  }
  return [...new Set([...values, ...others[open]])]
}

/** Of a value of unknown kind: what it is compared with, or yes and no. */
function openSamples(texts: Json[], numbers: Json[], isYesOrNo: boolean): Json[] {
  if (texts.length === 0 && numbers.length === 0) return isYesOrNo ? [true, false] : [ANY_TEXT]
  return [...(texts.length > 0 ? [...texts, ANY_TEXT] : []), ...numbers]
}

/** The whole expression, or a part of `and`, `or`, `not(…)`, `if`. */
function isAskedBare(name: string, expression: string): boolean {
  return new RegExp(
    `(?:^|\\(|\\b(?:and|or|if)\\s)\\s*${name}\\s*(?:$|\\)|\\s(?:and|or|then)\\b|=\\s*(?:true|false))`,
  ).test(expression)
}

const LITERAL = '("(?:[^"\\\\]|\\\\.)*"|-?\\d+(?:\\.\\d+)?)'

/** The texts and numbers an expression compares a name with; all of them where it is looked up in a list. */
function literalsFor(name: string, expression: string): Json[] {
  const isListed = new RegExp(`contains\\([^)]*\\b${name}\\b|\\b${name}\\s+in\\b`).test(expression)
  const compared = isListed
    ? [...expression.matchAll(new RegExp(LITERAL, 'g'))]
    : [
        ...expression.matchAll(new RegExp(`\\b${name}\\s*[<>!]?=?\\s*${LITERAL}`, 'g')),
        ...expression.matchAll(new RegExp(`${LITERAL}\\s*[<>!]?=?\\s*${name}\\b`, 'g')),
      ]
  return compared.map(([, literal = '""']) => JSON.parse(literal) as Json)
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
