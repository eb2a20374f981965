import { isBoundary, isFlow, type Outline, type Part } from '../outline.ts'

/**
 * An outline without what means nothing: the order of parts in the file, and of properties beside each other. What has an
 * order that counts keeps it: the flows that leave a part, the events on a border, the mappings of a part.
 */
export function normalOutline({ parts }: Outline): Part[] {
  const sorted = [...parts].sort((a, b) => compare(a.id, b.id))
  return sorted.map(part => ({ ...part, properties: { ...normal(part), ...orders(parts, part) } }))
}

function normal({ properties }: Part): Record<string, string> {
  const family = (key: string) => /^(input|output):/.exec(key)?.[0] ?? key
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => compare(family(a), family(b))))
}

/** In which order a part is left, and its border is hit. */
function orders(parts: readonly Part[], { id }: Part): Record<string, string> {
  const leaving = parts.filter(part => isFlow(part) && part.properties.sourceRef === id)
  const border = parts.filter(part => isBoundary(part) && part.properties.attachedToRef === id)
  return {
    ...(leaving.length > 1 && { '(leaving)': leaving.map(part => part.id).join(' ') }),
    ...(border.length > 1 && { '(border)': border.map(part => part.id).join(' ') }),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
