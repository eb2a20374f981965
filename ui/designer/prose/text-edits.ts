import { calledIn, isFlow, isNode, type Outline, OutlineIndex, type Part } from '../../../server/prose/index.ts'
import type { Edit } from '../edits.ts'

/** What must be done to a diagram so that it says what a text says, and what no edit can do. */
export interface TextEdits {
  edits: readonly Edit[]
  /** Keys or names of what can only be changed on the canvas. */
  beyond: readonly string[]
}

/** The few edits from one outline to another. New steps are drawn after the one that leads to them, and placed by the canvas. */
export function editsBetween(from: Outline, to: Outline): TextEdits {
  const [old, now] = [new OutlineIndex(from), new OutlineIndex(to)]
  const beyond: string[] = []
  const edits = [
    ...removals(old, now),
    ...to.parts.flatMap(part => {
      const was = old.byId.get(part.id)
      return was ? turns(was, part, beyond) : additions(part, old, now, beyond)
    }),
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

/** A new step comes with the first flow that leads to it from a step that was there; other flows are drawn by themselves. */
function additions(part: Part, old: OutlineIndex, now: OutlineIndex, beyond: string[]): Edit[] {
  const { sourceRef = '', targetRef = '', name, condition } = part.properties
  if (isFlow(part)) {
    if (old.byId.has(sourceRef) && old.byId.has(targetRef))
      return [
        { kind: 'connect', from: sourceRef, to: targetRef, ...(name && { name }), ...(condition && { condition }) },
      ]
    const isDrawnWithStep = !old.byId.has(targetRef) && now.arriving(targetRef)[0] === part && old.byId.has(sourceRef)
    if (!isDrawnWithStep || name !== undefined || condition !== undefined) beyond.push(part.id)
    return []
  }
  const after = now.arriving(part.id)[0]?.properties.sourceRef ?? part.properties.attachedToRef
  const others = Object.keys(part.properties).filter(key => key !== 'name' && key !== 'attachedToRef' && key !== 'lane')
  if (!isNode(part) || after === undefined || !old.byId.has(after) || others.length > 0) {
    beyond.push(calledIn(part))
    return []
  }
  return [{ kind: 'append', after, type: part.type, ...(part.properties.name && { name: part.properties.name }) }]
}

function turns(was: Part, is: Part, beyond: string[]): Edit[] {
  const keys = [...new Set([...Object.keys(was.properties), ...Object.keys(is.properties)])]
  const turned = keys.filter(key => was.properties[key] !== is.properties[key])
  if (was.type !== is.type || was.scope !== is.scope) beyond.push(calledIn(is))
  return turned.flatMap(key => {
    const edit = editOf(is, key, is.properties[key])
    if (!edit) beyond.push(`${calledIn(is)} ${key}`)
    return edit ?? []
  })
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
