/** What a piece of JSON says, flat: `validate.required` → `true`; members of lists by their number. */
function flatJson(value: unknown, path = '', into: Map<string, string> = new Map()): Map<string, string> {
  if (typeof value !== 'object' || value === null) into.set(path, String(value))
  else for (const [key, child] of Object.entries(value)) flatJson(child, path === '' ? key : `${path}.${key}`, into)
  return into
}

/** The paths at which two pieces of JSON differ, with what they say there. */
export function jsonTurns(before: unknown, after: unknown): { path: string; before?: string; after?: string }[] {
  const [old, now] = [flatJson(before), flatJson(after)]
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter(path => old.get(path) !== now.get(path))
  return paths.map(path => {
    const [was, is] = [old.get(path), now.get(path)]
    return { path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
  })
}

/** The JSON of a text; undefined when it is none. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
