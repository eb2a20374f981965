import { calledIn, isFlow, isNode, type Outline, OutlineIndex, type Part } from '../../../server/prose/index.ts'
import type { Edit } from '../edits.ts'

/** What must be done to a diagram so that it says what a text says, and what no edit can do. */
export interface TextEdits {
  edits: readonly Edit[]
  /** Names of what can only be changed on the canvas. */
  beyond: readonly string[]
}

/** The few edits from one outline to another: what goes, what comes after what was there, what is said otherwise. */
export function editsBetween(from: Outline, to: Outline): TextEdits {
  const [old, now] = [new OutlineIndex(from), new OutlineIndex(to)]
  const beyond: string[] = []
  const came = to.parts.filter(({ id }) => !old.byId.has(id))
  const stayed = to.parts.flatMap(part => {
    const was = old.byId.get(part.id)
    return was ? [[was, part] as const] : []
  })
  const steps = appended(
    came.filter(part => !isFlow(part)),
    old,
    now,
    beyond,
  )
  const edits = [
    ...removals(old, now),
    ...steps.edits,
    ...came.filter(part => isFlow(part) && !steps.drawn.has(part.id)).map(connected),
    ...came.filter(isFlow).flatMap(part => (isDefault(part, now) ? [defaultTo(part)] : [])),
    ...stayed.flatMap(([was, is]) => turns(was, is, { old, now }, beyond)),
  ]
  return { edits, beyond }
}

/** What goes; the flows of a step that goes go with it. */
function removals(old: OutlineIndex, now: OutlineIndex): Edit[] {
  const gone = old.outline.parts.filter(({ id }) => !now.byId.has(id))
  const goesAnyway = ({ properties }: Part) =>
    [properties.sourceRef, properties.targetRef, properties.attachedToRef].some(
      end => end !== undefined && !now.byId.has(end),
    )
  return gone.filter(part => !goesAnyway(part)).map(({ id }): Edit => ({ kind: 'remove', elementId: id }))
}

/**
 * New steps, each after one that is there by then, with the flow that leads to it; the canvas places them.
 * A step that nothing leads to cannot be placed.
 */
function appended(
  came: readonly Part[],
  old: OutlineIndex,
  now: OutlineIndex,
  beyond: string[],
): { edits: Edit[]; drawn: ReadonlySet<string> } {
  const there = new Set(old.outline.parts.map(({ id }) => id))
  const drawn = new Set<string>()
  const edits: Edit[] = []
  let waiting = [...came]
  for (let next = nextOf(waiting, there, now); next; next = nextOf(waiting, there, now)) {
    const { part, after, flow } = next
    waiting = waiting.filter(each => each !== part)
    there.add(part.id)
    edits.push({ kind: 'append', after, type: part.type, ...nameOf(part), id: part.id }, ...saidOf(part, beyond))
    if (flow) {
      drawn.add(flow.id)
      edits.push(...saidOf(flow, beyond), ...(flow.properties.name ? [renamed(flow)] : []))
    }
  }
  beyond.push(...waiting.map(calledIn))
  return { edits, drawn }
}

interface Next {
  part: Part
  after: string
  flow?: Part
}

function nextOf(waiting: readonly Part[], there: ReadonlySet<string>, now: OutlineIndex): Next | undefined {
  for (const part of waiting.filter(isNode)) {
    const host = part.properties.attachedToRef
    if (host !== undefined && there.has(host)) return { part, after: host }
    const flow = now.arriving(part.id).find(({ properties }) => there.has(properties.sourceRef ?? ''))
    if (flow) return { part, after: flow.properties.sourceRef ?? '', flow }
  }
  return undefined
}

const nameOf = ({ properties: { name } }: Part) => (name ? { name } : {})
const renamed = ({ id, properties: { name = '' } }: Part): Edit => ({ kind: 'rename', elementId: id, name })

/** What the canvas gives by itself, or what the edit before has said. */
const GIVEN = new Set([
  'name',
  'attachedToRef',
  'lane',
  'sourceRef',
  'targetRef',
  'default',
  'zeebe:UserTask',
  'cancelActivity',
])

function saidOf(part: Part, beyond: string[]): Edit[] {
  const said = Object.entries(part.properties).filter(([key]) => !GIVEN.has(key))
  return said.flatMap(([key, value]) => editOr(part, key, value, beyond))
}

function connected({ properties }: Part): Edit {
  const { sourceRef = '', targetRef = '', name, condition } = properties
  return { kind: 'connect', from: sourceRef, to: targetRef, ...(name && { name }), ...(condition && { condition }) }
}

const isDefault = ({ id, properties }: Part, now: OutlineIndex): boolean =>
  now.byId.get(properties.sourceRef ?? '')?.properties.default === id

const defaultTo = ({ id, properties }: Part): Edit => ({
  ...{ kind: 'set-default-flow', elementId: properties.sourceRef ?? '', flowId: id },
})

interface Both {
  old: OutlineIndex
  now: OutlineIndex
}

function turns(was: Part, is: Part, { old, now }: Both, beyond: string[]): Edit[] {
  const keys = [...new Set([...Object.keys(was.properties), ...Object.keys(is.properties)])]
  const turned = keys.filter(key => was.properties[key] !== is.properties[key])
  if (was.type !== is.type || was.scope !== is.scope || isReordered(was, old, now)) beyond.push(calledIn(is))
  return turned.flatMap(key => {
    const value = is.properties[key]
    // A new flow that is the default is told where it is drawn.
    if (key === 'default' && value !== undefined && !old.byId.has(value)) return []
    return editOr(is, key, value, beyond)
  })
}

/** Of two branches that both hold the engine takes the last, so their order is no matter of drawing. */
function isReordered({ id }: Part, old: OutlineIndex, now: OutlineIndex): boolean {
  const kept = (index: OutlineIndex, other: OutlineIndex) =>
    index.leaving(id).flatMap(flow => (other.byId.has(flow.id) ? [flow.id] : []))
  return kept(old, now).join('\n') !== kept(now, old).join('\n')
}

function editOr(part: Part, key: string, value: string | undefined, beyond: string[]): Edit[] {
  const edit = editOf(part, key, value)
  if (edit) return [edit]
  beyond.push(`${calledIn(part)} ${key}`)
  return []
}

/** The edit that gives a property a value, or takes it away. */
function editOf({ id }: Part, key: string, value: string | undefined): Edit | undefined {
  if (key === 'name') return { kind: 'rename', elementId: id, name: value ?? '' }
  if (key === 'condition')
    return value === undefined
      ? { kind: 'remove-condition', elementId: id }
      : { kind: 'set-condition', elementId: id, expression: value }
  if (key === 'default' && value !== undefined) return { kind: 'set-default-flow', elementId: id, flowId: value }
  if (key === 'assignment:candidateGroups')
    return { kind: 'set-assignment', elementId: id, candidateGroups: value ?? '' }
  if (key === 'form:formId') return { kind: 'set-form', elementId: id, formId: value ?? '' }
  const header = /^header:(.+)$/.exec(key)?.[1]
  if (header === undefined) return undefined
  return value === undefined
    ? { kind: 'remove-header', elementId: id, key: header }
    : { kind: 'set-header', elementId: id, key: header, value }
}
