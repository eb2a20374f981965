const OPEN = '([{'
const CLOSE = ')]}'

/**
 * The entries of a FEEL context that is written out, `{round: 1, complete: "none"}`, by name; undefined for any other
 * expression. So each entry can be thought through by itself, instead of all combinations of all of them.
 */
export function contextEntries(expression: string): ReadonlyMap<string, string> | undefined {
  const text = expression.trim()
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined
  const entries = new Map<string, string>()
  let last: string | undefined
  for (const part of partsOf(text.slice(1, -1))) {
    const [, name, value] = /^\s*"?([\p{L}_][\p{L}\p{N}_]*)"?\s*:\s*([\s\S]+)$/u.exec(part) ?? []
    // `for a in x, b in y return …` has a comma of its own.
    if (name === undefined || value === undefined) {
      if (last === undefined) return undefined
      entries.set(last, `${entries.get(last)},${part}`)
    } else {
      entries.set(name, value.trim())
      last = name
    }
  }
  return entries
}

/** The text between the commas that stand in no bracket and no string. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '"') at = endOfString(text, at)
    else if (OPEN.includes(sign)) depth++
    else if (CLOSE.includes(sign)) depth--
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
