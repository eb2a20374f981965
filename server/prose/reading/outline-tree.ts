import { calledIn, isFlow, isNode, type Outline, OutlineIndex, type Part } from '../outline.ts'
import { kindWord } from '../text/kinds.ts'
import { readingOrder } from '../text/reading-order.ts'
import { limitsOf } from './limit-words.ts'
import type { Names } from './names.ts'
import { whoDoes } from './who.ts'
import { named, type Said, said, same, together } from './words.ts'

/** An item of the tree by which a diagram is gone through without a picture. */
export interface TreeItem {
  part: Part
  label: Said
  children: readonly TreeItem[]
}

/** The diagram as a tree: procedures, their nodes in the order in which one reads them, below each what sits on its border, what lies in it and where it goes on. */
export function outlineTree(outline: Outline, names: Names): TreeItem[] {
  const index = new OutlineIndex(outline)
  const item = (part: Part): TreeItem => ({
    part,
    label: labelOf(part, index, names),
    children: [...index.onBorder(part.id), ...readingOrder(index, part.id), ...index.leaving(part.id)].map(item),
  })
  return outline.parts.filter(({ type }) => type === 'bpmn:Process').map(item)
}

/** A part in one line: `人工环节“审核”，由法制员办理，限 5 个工作日`. */
function labelOf(part: Part, index: OutlineIndex, names: Names): Said {
  if (isFlow(part)) return flowLabel(part, index)
  const kind = said(kindWord(part.type) ?? part.type, `${part.type.replace(/^\w+:/, '')} `)
  const limits = isNode(part) ? limitsOf(part, names) : undefined
  const who = part.type === 'bpmn:UserTask' ? whoDoes(part, index, names) : undefined
  return together(
    kind,
    named(calledIn(part)),
    who ? said(`，由${who.zh}办理`, `, done by ${who.en}`) : same(''),
    limits ? together(said('，', ', '), limits) : same(''),
  )
}

function flowLabel(flow: Part, index: OutlineIndex): Said {
  const { name, condition, sourceRef } = flow.properties
  const isDefault = index.byId.get(sourceRef ?? '')?.properties.default === flow.id
  const target = index.target(flow)
  return together(
    name ? said(`“${name}”的，`, `“${name}”: `) : same(''),
    isDefault ? said('缺省', 'by default ') : same(''),
    said('到', 'to '),
    named(target ? calledIn(target) : ''),
    condition ? said(`，条件 ${condition}`, `, if ${condition}`) : same(''),
  )
}
