import type { FeelValue } from '../values/feel-value.ts'

/** Whether the pattern is found in the text; null for what is no pattern. */
export function isMatch(text: string, pattern: string, flags?: string | null): FeelValue {
  const expression = compiled(pattern, flags)
  return expression ? expression.test(text) : null
}

/** Every match replaced; `$1` in the replacement is the first group, `$0` the whole match. Null for what is no pattern. */
export function replaceAll(text: string, pattern: string, replacement: string, flags?: string | null): FeelValue {
  const expression = compiled(pattern, flags, 'g')
  if (!expression) return null
  return text.replace(expression, (...match: unknown[]) => {
    const groups = match.slice(
      0,
      match.findIndex(part => typeof part === 'number'),
    )
    return replacement.replace(/\\([\\$])|\$(\d)/g, (_whole, escaped?: string, group?: string) =>
      escaped === undefined ? String(groups[Number(group)] ?? '') : escaped,
    )
  })
}

/** The text between the matches; null for what is no pattern. */
export function splitBy(text: string, pattern: string): FeelValue {
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

/** Flags as in XPath: `s`, `m`, `i`, and `x` for white space that does not count. */
function compiled(pattern: string, flags?: string | null, also = ''): RegExp | null {
  const wanted = flags ?? ''
  if (!/^[smix]*$/.test(wanted)) return null
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
