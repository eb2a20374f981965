import { calledIn, isEnd, isFlow, isGateway, isNode, type Outline, OutlineIndex, type Part } from '../outline.ts'
import { limitsOf } from '../reading/limit-words.ts'
import type { Names } from '../reading/names.ts'
import { whoDoes } from '../reading/who.ts'
import { listed, named, type Said, said, same, together } from '../reading/words.ts'
import { kindWord } from '../text/kinds.ts'
import { type Change, turned } from './change.ts'
import { flowWords, type PartPair, reordered, sentencesOf, whose } from './part-changes.ts'
import type { Side } from './value-words.ts'

/** Two versions of a diagram. */
interface Pair {
  before: Side
  after: Side
  file: string
}

type Told = Omit<Change, 'file'>

/** What a diagram says otherwise than before, wherever it is drawn. */
export function diagramChanges(
  old: Outline,
  now: Outline,
  names: { before: Names; after: Names },
  file: string,
): Change[] {
  const pair: Pair = {
    before: { index: new OutlineIndex(old), names: names.before },
    after: { index: new OutlineIndex(now), names: names.after },
    file,
  }
  const gone = old.parts.filter(part => !pair.after.index.byId.has(part.id))
  const came = now.parts.filter(part => !pair.before.index.byId.has(part.id))
  const stayed = now.parts.filter(part => pair.before.index.byId.has(part.id))
  const told = [
    ...gone.flatMap(part => whole(part, 'removed', pair.before, pair)),
    ...came.flatMap(part => whole(part, 'added', pair.after, pair)),
    ...stayed.flatMap(part => inPart(part, pair)),
  ]
  return told.map(change => ({ ...change, file }))
}

/** A part that only one version has. */
function whole(part: Part, kind: 'added' | 'removed', side: Side, pair: Pair): Told[] {
  const topic = isNode(part) ? 'step' : isFlow(part) ? 'flow' : 'other'
  const verb = kind === 'added' ? said('新增', 'Added: ') : said('去掉', 'Removed: ')
  if (isFlow(part)) {
    if (isToldWithStep(part, pair)) return []
    return [{ kind, topic, elementIds: [part.id], ...together(verb, flowWords(part, side), branchWords(part)) }]
  }
  const kindName = said(kindWord(part.type) ?? part.type, `${part.type.replace(/^\w+:/, '')} `)
  const details = [placeWords(part, side), doerWords(part, side)].filter(words => words.zh !== '')
  const more = details.length === 0 ? same('') : together(said('：', ': '), listed(details, '，', ', '))
  const flows = [...side.index.arriving(part.id), ...side.index.leaving(part.id)].filter(flow =>
    isToldWithStep(flow, pair),
  )
  return [
    {
      kind,
      topic,
      elementIds: [part.id, ...flows.map(({ id }) => id)],
      ...together(verb, kindName, named(calledIn(part)), more),
    },
  ]
}

/** A flow that only leads to or from a step that came or went with it says nothing of its own. */
function isToldWithStep({ id, properties }: Part, { before, after }: Pair): boolean {
  const isInOne = !(before.index.byId.has(id) && after.index.byId.has(id))
  const isEndInOne = [properties.sourceRef, properties.targetRef].some(
    end => !(before.index.byId.has(end ?? '') && after.index.byId.has(end ?? '')),
  )
  return isInOne && isEndInOne && properties.name === undefined && properties.condition === undefined
}

function branchWords({ properties: { name, condition } }: Part): Said {
  const parts = [...(name ? [named(name)] : []), ...(condition ? [said(`条件 ${condition}`, `if ${condition}`)] : [])]
  return parts.length === 0 ? same('') : together(said('：', ': '), listed(parts, '，', ', '))
}

/** Between which steps it lies: `在“送审”之后、“审核”之前`. */
function placeWords(part: Part, { index }: Side): Said {
  if (!isNode(part)) return same('')
  const host = index.byId.get(part.properties.attachedToRef ?? '')
  if (host) return said(`挂在“${calledIn(host)}”上`, `on “${calledIn(host)}”`)
  const at = (ids: (string | undefined)[]) =>
    listed(
      ids.flatMap(id => index.byId.get(id ?? '') ?? []).map(each => named(calledIn(each))),
      '、',
      ', ',
    )
  const after = at(index.arriving(part.id).map(({ properties }) => properties.sourceRef))
  const before = isEnd(part) ? same('') : at(index.leaving(part.id).map(({ properties }) => properties.targetRef))
  const parts = [
    ...(after.zh ? [said(`在${after.zh}之后`, `after ${after.en}`)] : []),
    ...(before.zh ? [said(`在${before.zh}之前`, `before ${before.en}`)] : []),
  ]
  return listed(parts, '、', ', ')
}

function doerWords(part: Part, { index, names }: Side): Said {
  if (part.type !== 'bpmn:UserTask') return same('')
  const who = whoDoes(part, index, names)
  const limits = limitsOf(part, names)
  return together(said(`由${who.zh}办理`, `done by ${who.en}`), limits ? together(said('，', ', '), limits) : same(''))
}

/** What changed in a part that stayed. */
function inPart(is: Part, { before, after }: Pair): Told[] {
  const was = before.index.byId.get(is.id) as Part
  const pair: PartPair = { was, is, before, after }
  const topic = isNode(is) || is.type === 'bpmn:Process' ? 'step' : isFlow(is) ? 'flow' : 'other'
  const said = [...sentencesOf(pair), ...redirected(pair), ...defaultTurned(pair), ...moved(pair), ...branchOrder(pair)]
  return said.map(({ words, kind }) => ({ ...words, kind, topic, elementIds: [is.id] }))
}

type Sentences = ReturnType<typeof sentencesOf>

/** A flow that begins or ends elsewhere. */
function redirected({ was, is, before, after }: PartPair): Sentences {
  if (!isFlow(is)) return []
  const isSame = (key: string) => was.properties[key] === is.properties[key]
  if (isSame('sourceRef') && isSame('targetRef')) return []
  return [{ kind: 'changed', words: together(flowWords(was, before), said('改成', ' is now '), flowWords(is, after)) }]
}

function defaultTurned({ was, is, before, after }: PartPair): Sentences {
  const targetOf = (part: Part, { index }: Side) => {
    const flow = index.byId.get(part.properties.default ?? '')
    const target = flow && index.target(flow)
    return flow && target ? said(`到“${calledIn(target)}”`, `to “${calledIn(target)}”`) : undefined
  }
  const [from, to] = [targetOf(was, before), targetOf(is, after)]
  if (was.properties.default === is.properties.default || from?.zh === to?.zh) return []
  return [
    { kind: 'changed', words: turned(whose(is, after), said('缺省走向', 'default way'), { before: from, after: to }) },
  ]
}

/** From one sub-process into another, or out of it. */
function moved({ was, is, before, after }: PartPair): Sentences {
  if (was.scope === is.scope || isFlow(is) || !isNode(is)) return []
  const scope = (part: Part, { index }: Side) => named(calledIn(index.byId.get(part.scope) ?? part))
  return [
    {
      kind: 'changed',
      words: turned(whose(is, after), said('所在的流程', 'place'), {
        before: scope(was, before),
        after: scope(is, after),
      }),
    },
  ]
}

/** Of two branches that both hold the engine takes the last in the file, so their order counts. */
function branchOrder({ was, is, before, after }: PartPair): Sentences {
  if (!isGateway(is) || is.type === 'bpmn:ParallelGateway') return []
  const ids = (part: Part, { index }: Side) => index.leaving(part.id).map(({ id }) => id)
  return reordered(ids(was, before), ids(is, after), whose(is, after), said('各支', 'its branches'))
}
