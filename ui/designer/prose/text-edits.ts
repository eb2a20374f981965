import { calledIn, isFlow, isNode, type Outline, OutlineIndex, type Part } from '../../../server/prose/index.ts'
import type { Edit } from '../edits.ts'
import { partEdits } from './part-edits.ts'

/** What must be done to a diagram so that it says what a text says, and what no edit can do. */
export interface TextEdits {
  edits: readonly Edit[]
  /** Names of what can only be changed on the canvas. */
  beyond: readonly string[]
}

/** The few edits from one outline to another: what goes, what comes after what was there, what is said otherwise. */
export function editsBetween(from: Outline, to: Outline): TextEdits {
  const both = { old: new OutlineIndex(from), now: new OutlineIndex(to) }
  const { old, now } = both
  const beyond: string[] = []
  const came = to.parts.filter(({ id }) => !old.byId.has(id))
  const stayed = to.parts.flatMap(part => {
    const was = old.byId.get(part.id)
    return was ? [[was, part] as const] : []
  })
  const gone = removals(both, beyond)
  const steps = drawnSteps(came, both)
  beyond.push(...came.filter(part => !isFlow(part) && !steps.there.has(part.id) && !isBeside(part)).map(calledIn))
  const edits = [
    ...came.flatMap(part => beside(part, old)),
    ...gone.filter(part => !isRoot(part)).map(removal),
    ...steps.edits,
    ...came.filter(part => isFlow(part) && !steps.drawn.has(part.id)).flatMap(connected),
    ...came.filter(isFlow).flatMap(part => (isDefault(part, now) ? [defaultTo(part)] : [])),
    ...stayed.flatMap(([was, is]) => turns(was, is, both, beyond)),
    ...to.parts.flatMap(part => ordered(part, both)),
    ...gone.filter(isRoot).map(removal),
  ]
  return { edits, beyond }
}

/** Names of the parts that do not say yet what a text says; what the canvas gives them beside it is no matter. */
export function whatIsLeft(outline: Outline, wanted: Outline): string[] {
  const names = new Map(wanted.parts.map(part => [part.id, calledIn(part)]))
  const asked = editsBetween(outline, wanted).edits.filter(
    edit => edit.kind !== 'order-flows' && !(edit.kind === 'set-property' && edit.value === undefined),
  )
  return [...new Set(asked.map(edit => names.get(elementOf(edit)) ?? elementOf(edit)))]
}

const elementOf = (edit: Edit): string =>
  'elementId' in edit
    ? edit.elementId
    : 'id' in edit && edit.id !== undefined
      ? edit.id
      : 'from' in edit
        ? edit.from
        : ''

interface Both {
  old: OutlineIndex
  now: OutlineIndex
}

/** What events refer to: it stands beside what is drawn. */
const isRoot = ({ type }: Part): boolean => /^bpmn:(Message|Signal|Error|Escalation)$/.test(type)
const isLane = ({ type }: Part): boolean => type === 'bpmn:Lane'
const isBeside = (part: Part): boolean => isRoot(part) || isLane(part)
/** What the canvas can draw beside steps and flows, and take away. */
const isNote = ({ type }: Part): boolean => type === 'bpmn:TextAnnotation'

const removal = ({ id }: Part): Edit => ({ kind: 'remove', elementId: id })
const nameOf = ({ properties: { name } }: Part) => (name ? { name } : {})

/** What goes; the flows of a step that goes go with it. */
function removals({ old, now }: Both, beyond: string[]): Part[] {
  const gone = old.outline.parts.filter(({ id }) => !now.byId.has(id))
  const isGone = (end: string | undefined) => end !== undefined && !now.byId.has(end)
  const goesAnyway = ({ scope, properties }: Part) =>
    [properties.sourceRef, properties.targetRef, properties.attachedToRef].some(isGone) ||
    (isGone(scope) && scope !== '')
  const canGo = (part: Part) => isFlow(part) || isNode(part) || isRoot(part) || isNote(part) || isLane(part)
  const itself = gone.filter(part => !goesAnyway(part))
  beyond.push(...itself.filter(part => !canGo(part)).map(calledIn))
  return itself.filter(canGo)
}

/** New messages and lanes, with what is said of them. */
function beside(part: Part, old: OutlineIndex): Edit[] {
  const { id, type, scope } = part
  const said = partEdits(undefined, part, key => key === 'name')
  if (isRoot(part)) return [{ kind: 'add-root', type, id, ...nameOf(part) }, ...said]
  const neighbour = isLane(part) ? old.within(scope).findLast(isLane) : undefined
  return neighbour ? [{ kind: 'add-lane', beside: neighbour.id, id, ...nameOf(part) }, ...said] : []
}

interface Steps {
  edits: readonly Edit[]
  /** The flows that were drawn with them. */
  drawn: ReadonlySet<string>
  /** What is there by then. */
  there: ReadonlySet<string>
}

/** New steps: each after one that is there by then, with the flow that leads to it; what nothing leads to, where there is room. */
function drawnSteps(came: readonly Part[], { old, now }: Both): Steps {
  const there = new Set(old.outline.parts.map(({ id }) => id))
  const drawn = new Set<string>()
  const edits: Edit[] = []
  let waiting = came.filter(part => isNode(part) || isNote(part))
  for (let next = nextOf(waiting, there, now); next; next = nextOf(waiting, there, now)) {
    const { part, after, flow } = next
    waiting = waiting.filter(each => each !== part)
    there.add(part.id)
    const { id, type, scope } = part
    if (after === undefined) edits.push({ kind: 'place', within: scope, type, id, ...nameOf(part) })
    else edits.push({ kind: 'append', after, type, ...nameOf(part), id, ...flowId(flow) })
    edits.push(...saidOf(part))
    if (flow) {
      drawn.add(flow.id)
      edits.push(...saidOf(flow), ...(flow.properties.name ? [renamed(flow)] : []))
    }
  }
  return { edits, drawn, there }
}

interface Next {
  part: Part
  /** Absent for what nothing leads to. */
  after?: string
  flow?: Part
}

function nextOf(waiting: readonly Part[], there: ReadonlySet<string>, now: OutlineIndex): Next | undefined {
  for (const part of waiting) {
    const host = part.properties.attachedToRef
    if (host !== undefined && there.has(host)) return { part, after: host }
    const flow = now.arriving(part.id).find(({ properties }) => there.has(properties.sourceRef ?? ''))
    if (flow) return { part, after: flow.properties.sourceRef ?? '', flow }
  }
  const alone = waiting.find(
    part => there.has(part.scope) && now.arriving(part.id).length === 0 && part.properties.attachedToRef === undefined,
  )
  return alone && { part: alone }
}

const usualId = ({ properties }: Part): string => `${properties.sourceRef}--${properties.targetRef}`
const flowId = (flow: Part | undefined) => (flow && flow.id !== usualId(flow) ? { flowId: flow.id } : {})
const renamed = ({ id, properties: { name = '' } }: Part): Edit => ({ kind: 'rename', elementId: id, name })

/** What the canvas gives by itself, or what the edit before has said. */
const GIVEN = new Set(['name', 'default', 'zeebe:UserTask'])

const saidOf = (part: Part): Edit[] => {
  const { lane, attachedToRef } = part.properties
  // What sits on a border lies where its host lies.
  const inLane: Edit[] =
    lane === undefined || attachedToRef !== undefined
      ? []
      : [{ kind: 'move-to-lane', elementId: part.id, laneId: lane }]
  return [...partEdits(undefined, part, key => GIVEN.has(key)), ...inLane]
}

function connected(flow: Part): Edit[] {
  const { sourceRef = '', targetRef = '', name, condition, ...rest } = flow.properties
  const drawn = { from: sourceRef, to: targetRef, ...(name && { name }), ...(condition && { condition }) }
  const id = flow.id === usualId(flow) ? {} : { id: flow.id }
  return [{ kind: 'connect', ...drawn, ...id }, ...partEdits(undefined, { ...flow, properties: rest })]
}

const isDefault = ({ id, properties }: Part, now: OutlineIndex): boolean =>
  now.byId.get(properties.sourceRef ?? '')?.properties.default === id

const defaultTo = ({ id, properties }: Part): Edit => ({
  ...{ kind: 'set-default-flow', elementId: properties.sourceRef ?? '', flowId: id },
})

/** What is said otherwise of what stayed. */
function turns(was: Part, is: Part, { old }: Both, beyond: string[]): Edit[] {
  const { id } = is
  const isTurned = (key: string) => was.properties[key] !== is.properties[key]
  if (was.scope !== is.scope || !canTurnInto(was, is)) beyond.push(calledIn(is))
  const { lane, attachedToRef, sourceRef, targetRef } = is.properties
  const isInOtherLane = isTurned('lane') && attachedToRef === undefined
  if (isInOtherLane && lane === undefined) beyond.push(calledIn(is))
  const isElsewhere = isFlow(is) && (isTurned('sourceRef') || isTurned('targetRef'))
  return [
    ...(was.type === is.type ? [] : ([{ kind: 'replace', elementId: id, type: is.type }] satisfies Edit[])),
    ...(isElsewhere
      ? ([{ kind: 'reconnect', elementId: id, from: sourceRef ?? '', to: targetRef ?? '' }] satisfies Edit[])
      : []),
    ...(isTurned('attachedToRef') && attachedToRef !== undefined
      ? ([{ kind: 'attach', elementId: id, to: attachedToRef }] satisfies Edit[])
      : []),
    // A new flow that is the default is told where it is drawn.
    ...partEdits(was.type === is.type ? was : asReplaced(was, is), is, key => key === 'default' && isNew(is, old)),
    ...(isInOtherLane && lane !== undefined
      ? ([{ kind: 'move-to-lane', elementId: id, laneId: lane }] satisfies Edit[])
      : []),
  ]
}

const isNew = ({ properties }: Part, old: OutlineIndex): boolean =>
  properties.default !== undefined && !old.byId.has(properties.default)

/** What another kind of step is made of is said anew; its name stays. */
function asReplaced(was: Part, is: Part): Part {
  const left = Object.entries(was.properties).filter(([key]) => key === 'name' || !(key in is.properties))
  return { ...was, properties: Object.fromEntries(left) }
}

/** A task becomes another kind of task, a gateway another gateway; nothing else. */
const canTurnInto = (was: Part, is: Part): boolean =>
  was.type === is.type ||
  ['Task', 'Gateway', 'SubProcess'].some(kind => was.type.endsWith(kind) && is.type.endsWith(kind))

/** Of two branches that both hold the engine takes the last, so their order is no matter of drawing. */
function ordered({ id }: Part, { old, now }: Both): Edit[] {
  const flowIds = now.leaving(id).map(flow => flow.id)
  const kept = old.leaving(id).flatMap(flow => (flowIds.includes(flow.id) ? [flow.id] : []))
  const came = flowIds.filter(flow => !kept.includes(flow))
  const isAsIs = [...kept, ...came].join('\n') === flowIds.join('\n') && came.length < 2
  return flowIds.length < 2 || isAsIs ? [] : [{ kind: 'order-flows', elementId: id, flowIds }]
}
