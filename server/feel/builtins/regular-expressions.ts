import type { FeelValue } from '../values/feel-value.ts'

/** Whether the pattern is found in the text; null for what is no pattern. */
export function isMatch(text: string, pattern: string, flags?: string | null): FeelValue {
  const expression = compiled(pattern, flags)
  return expression ? expression.test(text) : null
}

/** Every match replaced; `$1` or `${name}` in the replacement is a group, `$0` the whole match. Null for what is no pattern, and for a group the pattern does not have. */
export function replaceAll(text: string, pattern: string, replacement: string, flags?: string | null): FeelValue {
  const expression = compiled(pattern, flags, 'g')
  if (!expression) return null
  if (/(?<!\\)\$(?!\d|\{\w+\})/.test(replacement)) return null
  let asksForNone = false
  const replaced = text.replace(expression, (...match: unknown[]) => {
    const places = match.findIndex(part => typeof part === 'number')
    const named = match.at(-1) as Record<string, string> | string
    return replacement.replace(/\\([\\$])|\$(?:(\d)|\{(\w+)\})/g, (_whole, escaped, group, name) => {
      if (escaped !== undefined) return escaped
      const found = name === undefined ? match.slice(0, places)[Number(group)] : Object(named)[name]
      asksForNone ||= name === undefined ? Number(group) >= places : !(name in Object(named))
      return found ?? ''
    })
  })
  return asksForNone ? null : replaced
}

/** The text between the matches; null for what is no pattern. */
export function splitBy(text: string, pattern: string): FeelValue {
  if (pattern === '') return [...text.split(''), '']
  const expression = compiled(pattern, undefined, 'g')
  if (!expression) return null
  const parts: string[] = []
  let start = 0
  for (const { 0: match, index } of text.matchAll(expression)) {
    if (match === '' && (index === 0 || index === text.length)) continue
    parts.push(text.slice(start, index))
    start = index + match.length
  }
  return [...parts, text.slice(start)]
}

/** Every match; null for what is no pattern. */
export function extract(text: string, pattern: string): FeelValue {
  const expression = compiled(pattern, undefined, 'g')
  return expression ? Array.from(text.matchAll(expression), ([match]) => match) : null
}

/** Flags as in XPath: `s`, `m`, `i`, and `x` for white space that does not count. Any other letter says nothing. */
function compiled(pattern: string, flags?: string | null, also = ''): RegExp | null {
  const wanted = (flags ?? '').replace(/[^smix]/g, '')
  const source = wanted.includes('x')
    ? pattern.replace(/\\.|\s+/gs, part => (part.startsWith('\\') ? part : ''))
    : pattern
  const known = [...new Set(`${wanted.replaceAll('x', '')}${also}`)].join('')
  return tryCompile(source, `${known}u`) ?? tryCompile(source, known)
}

function tryCompile(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags)
  } catch {
    return null
  }
}
