import type { Part } from '../../../server/prose/index.ts'
import type { Edit } from '../edits.ts'

/** Before what depends on them. */
const FIRST = ['event', 'loop']
const LISTS = ['input', 'output'] as const

/** The edits that make a part say what it is to say; each property that turned once. What it lies in and where it leads are edits of their own. */
export function partEdits(was: Part | undefined, is: Part, isGiven: (key: string) => boolean = () => false): Edit[] {
  const [old, now] = [was?.properties ?? {}, is.properties]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const turned = keys.filter(
    key => isTurned(key, old[key], now[key]) && !isGiven(key) && !ELSEWHERE.has(key) && !isListed(key),
  )
  const sorted = [...turned.filter(key => FIRST.includes(key)), ...turned.filter(key => !FIRST.includes(key))]
  return [...sorted.map(key => editOf(is.id, key, now[key])), ...LISTS.flatMap(family => listEdit(old, is, family))]
}

/** What BPMN takes for granted is not written, so it says the same as nothing. */
const GRANTED: Readonly<Record<string, string>> = {
  ...{ cancelActivity: 'true', isInterrupting: 'true', triggeredByEvent: 'false', 'loop:isSequential': 'false' },
  'call:propagateAllParentVariables': 'true',
}

const isTurned = (key: string, old: string | undefined, now: string | undefined): boolean =>
  (old ?? GRANTED[key]) !== (now ?? GRANTED[key])

/** Said by edits about the drawing. */
const ELSEWHERE = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'lane'])
const isListed = (key: string): boolean => LISTS.some(family => key.startsWith(`${family}:`))

/** The order in which a step takes in and gives out counts, so a list is given as a whole. */
function listEdit(old: Part['properties'], { id, properties }: Part, family: (typeof LISTS)[number]): Edit[] {
  const entriesIn = (all: Part['properties']) =>
    Object.entries(all).flatMap(([key, value]) =>
      key.startsWith(`${family}:`) ? [[key.slice(family.length + 1), value] as const] : [],
    )
  const entries = entriesIn(properties)
  if (JSON.stringify(entriesIn(old)) === JSON.stringify(entries)) return []
  return [{ kind: 'set-list', elementId: id, family, entries }]
}

function editOf(elementId: string, key: string, value: string | undefined): Edit {
  if (key === 'name') return { kind: 'rename', elementId, name: value ?? '' }
  if (key === 'default' && value !== undefined) return { kind: 'set-default-flow', elementId, flowId: value }
  return { kind: 'set-property', elementId, key, ...(value !== undefined && { value }) }
}
