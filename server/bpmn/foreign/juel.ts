/** A piece of an expression. */
type Token = { kind: 'name' | 'number' | 'text' | 'sign'; text: string }

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(==|!=|<=|>=|&&|\|\||[<>!()+\-*/]))/y

/** What is written otherwise in FEEL; everything else is the same in both. */
const COMPARISONS: Readonly<Record<string, string>> = {
  ...{ '==': '=', eq: '=', '!=': '!=', ne: '!=', '<': '<', lt: '<', '>': '>', gt: '>' },
  ...{ '<=': '<=', le: '<=', '>=': '>=', ge: '>=' },
}
const AND = new Set(['&&', 'and'])
const OR = new Set(['||', 'or'])
const NOT = new Set(['!', 'not'])
const WORDS = new Set(['eq', 'ne', 'lt', 'gt', 'le', 'ge', 'and', 'or', 'not', 'empty', 'div', 'mod', 'instanceof'])

class Unconvertible extends Error {}

/**
 * An expression of JUEL (`${amount > 1000 && kind == 'x'}`) as one of FEEL (`=amount > 1000 and kind = "x"`), where it only
 * compares and joins variables and constants; undefined where it calls Java, or is no JUEL.
 */
export function juelToFeel(text: string): string | undefined {
  const inner = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(text)?.[1]
  if (inner === undefined) return undefined
  try {
    const reader = read(tokensOf(inner))
    const feel = either(reader)
    if (reader.peek() !== undefined) throw new Unconvertible()
    return `=${feel}`
  } catch (error) {
    if (error instanceof Unconvertible) return undefined
    throw error
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(text)
    if (!found) throw new Unconvertible()
    const [, number, name, quoted, sign = ''] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: WORDS.has(name) ? 'sign' : 'name', text: name })
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') })
    else tokens.push({ kind: 'sign', text: sign })
  }
  return tokens
}

interface Reader {
  peek(): Token | undefined
  next(): Token
  /** Goes on over a sign, if it is one of these. */
  take(signs: { has(sign: string): boolean }): string | undefined
}

function read(tokens: readonly Token[]): Reader {
  let at = 0
  const reader: Reader = {
    peek: () => tokens[at],
    next() {
      const token = tokens[at++]
      if (!token) throw new Unconvertible()
      return token
    },
    take(signs) {
      const token = tokens[at]
      if (token?.kind !== 'sign' || !signs.has(token.text)) return undefined
      at++
      return token.text
    },
  }
  return reader
}

const CLOSING = new Set([')'])
const ADDING = new Set(['+', '-'])
const TIMES = new Set(['*', '/'])

function either(reader: Reader): string {
  let feel = both(reader)
  while (reader.take(OR)) feel = `${feel} or ${both(reader)}`
  return feel
}

function both(reader: Reader): string {
  let feel = compared(reader)
  while (reader.take(AND)) feel = `${feel} and ${compared(reader)}`
  return feel
}

function compared(reader: Reader): string {
  const left = sum(reader)
  const sign = reader.take(new Set(Object.keys(COMPARISONS)))
  return sign === undefined ? left : `${left} ${COMPARISONS[sign]} ${sum(reader)}`
}

function sum(reader: Reader): string {
  let feel = product(reader)
  for (let sign = reader.take(ADDING); sign; sign = reader.take(ADDING)) feel = `${feel} ${sign} ${product(reader)}`
  return feel
}

function product(reader: Reader): string {
  let feel = single(reader)
  for (let sign = reader.take(TIMES); sign; sign = reader.take(TIMES)) feel = `${feel} ${sign} ${single(reader)}`
  return feel
}

function single(reader: Reader): string {
  if (reader.take(NOT)) return `not(${single(reader)})`
  if (reader.take(new Set(['empty']))) return `(${single(reader)} = null)`
  if (reader.take(new Set(['-']))) return `-${single(reader)}`
  if (reader.take(new Set(['(']))) {
    const inner = either(reader)
    if (!reader.take(CLOSING)) throw new Unconvertible()
    return `(${inner})`
  }
  const { kind, text } = reader.next()
  // What is called is Java, and no variable.
  if (kind === 'sign' || (kind === 'name' && reader.peek()?.text === '(')) throw new Unconvertible()
  return kind === 'text' ? JSON.stringify(text) : text
}
