import { calledIn, isFlow, isNode, type Part } from '../outline.ts'
import { readActions } from '../reading/actions.ts'
import { named, type Said, said, together } from '../reading/words.ts'
import { kindWord } from '../text/kinds.ts'
import { type Change, onlyIn, turned } from './change.ts'
import { propertyWords } from './property-words.ts'
import { limitNames, type Side, valueWords } from './value-words.ts'

/** A part as it was and as it is, with what surrounds it. */
export interface PartPair {
  was: Part
  is: Part
  before: Side
  after: Side
}

/** Said by other sentences: exits, scopes and the order of flows have their own. */
const ELSEWHERE = new Set([
  'name',
  'default',
  'sourceRef',
  'targetRef',
  'header:actions',
  'header:basis',
  'property:requests',
])

/** What changed in a part that is in both versions, sentence by sentence. */
export function sentencesOf(pair: PartPair): { words: Said; kind: Change['kind'] }[] {
  const { was, is } = pair
  const keys = [...new Set([...Object.keys(was.properties), ...Object.keys(is.properties)])]
  const turnedKeys = keys.filter(key => !ELSEWHERE.has(key) && was.properties[key] !== is.properties[key])
  return [
    ...renamed(pair),
    ...retyped(pair),
    ...turnedKeys.map(key => ({
      words: propertyTurned(key, pair),
      kind: kindOf(was.properties[key], is.properties[key]),
    })),
    ...buttons(pair),
    ...members('header:basis', said('依据', 'basis'), /[;；,，|\n]/, pair),
    ...requests(pair),
    ...mappingOrder(pair),
  ]
}

/** A part with its quotation marks: `“法制审核”`, `从“送审”到“审核”的走向`, `消息“x”`. */
export function whose(part: Part, side: Side): Said {
  if (isFlow(part)) return flowWords(part, side)
  const name = named(calledIn(part))
  if (isNode(part) || part.type === 'bpmn:Process') return name
  return together(said(kindWord(part.type) ?? part.type, `${part.type.replace(/^\w+:/, '')} `), name)
}

/** A flow by its ends. */
export function flowWords({ properties }: Part, { index }: Side): Said {
  const end = (id: string | undefined) => {
    const part = index.byId.get(id ?? '')
    return part ? calledIn(part) : (id ?? '')
  }
  const [from, to] = [end(properties.sourceRef), end(properties.targetRef)]
  return said(`从“${from}”到“${to}”的走向`, `the flow from “${from}” to “${to}”`)
}

export const kindOf = (before: unknown, after: unknown): Change['kind'] =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'

type Sentence = { words: Said; kind: Change['kind'] }

function propertyTurned(key: string, { was, is, before, after }: PartPair): Said {
  const [old, now] = [was.properties[key], is.properties[key]]
  const from = old === undefined ? undefined : valueWords(key, old, before)
  const to = now === undefined ? undefined : valueWords(key, now, after)
  const owner = whose(is, after)
  const what = propertyWords(key)
  if (from?.words.zh !== to?.words.zh) return turned(owner, what, { before: from?.words, after: to?.words })
  // The same words for two values: then they are shown as they are written.
  if (/:limit$/.test(key))
    return turned(owner, what, { before: limitNames(old ?? '', before), after: limitNames(now ?? '', after) })
  return turned(owner, what, { before: from?.plain, after: to?.plain })
}

function renamed({ was, is, before, after }: PartPair): Sentence[] {
  const [old, now] = [was.properties.name, is.properties.name]
  if (old === now) return []
  if (isFlow(is))
    return [
      {
        kind: 'changed',
        words: turned(flowWords(is, after), said('名称', 'name'), {
          before: old === undefined ? undefined : named(old),
          after: now === undefined ? undefined : named(now),
        }),
      },
    ]
  return [{ kind: 'changed', words: together(whose(was, before), said('改名为', ' is now called '), named(now ?? '')) }]
}

function retyped({ was, is, after }: PartPair): Sentence[] {
  if (was.type === is.type) return []
  const word = ({ type }: Part) => said(kindWord(type) ?? type, type.replace(/^\w+:/, ''))
  return [
    { kind: 'changed', words: turned(whose(is, after), said('种类', 'kind'), { before: word(was), after: word(is) }) },
  ]
}

/** Buttons one by one: added, taken away, called otherwise. */
function buttons({ was, is, after }: PartPair): Sentence[] {
  const owner = whose(is, after)
  const key = 'header:actions'
  const [old, now] = [readActions(was.properties[key]), readActions(is.properties[key])]
  const idOf = ({ field, value }: { field: string; value: string }) => `${field}=${value}`
  const { added, removed } = onlyIn(old, now, idOf)
  const kept = now.flatMap(action =>
    old.filter(each => idOf(each) === idOf(action)).map(each => [each.label, action.label] as const),
  )
  return [
    ...removed.map(({ label }) => about('removed', owner, '去掉了按钮', 'button taken away', named(label))),
    ...added.map(({ label }) => about('added', owner, '加了按钮', 'button added', named(label))),
    ...kept
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => about('changed', owner, `的按钮“${from}”改称`, `button “${from}” is now called`, named(to))),
    ...reordered(old.map(idOf), now.map(idOf), owner, said('按钮', 'buttons')),
  ]
}

/** The members of a property that is a list. */
function members(key: string, what: Said, separator: RegExp, { was, is, after }: PartPair): Sentence[] {
  const list = (text: string | undefined) =>
    (text ?? '')
      .split(separator)
      .map(each => each.trim())
      .filter(each => each !== '')
  const [old, now] = [list(was.properties[key]), list(is.properties[key])]
  const { added, removed } = onlyIn(old, now, each => each)
  const owner = whose(is, after)
  if (added.length === 1 && removed.length === 1)
    return [
      {
        kind: 'changed',
        words: turned(owner, what, { before: named(removed[0] ?? ''), after: named(added[0] ?? '') }),
      },
    ]
  return [
    ...removed.map(each => about('removed', owner, `去掉了${what.zh}`, `${what.en} taken away`, named(each))),
    ...added.map(each => about('added', owner, `加了${what.zh}`, `${what.en} added`, named(each))),
  ]
}

/** What people may ask of a running instance, each by its button. */
function requests({ was, is, after }: PartPair): Sentence[] {
  const read = ({ properties }: Part) =>
    (properties['property:requests'] ?? '').split('|').flatMap(text => {
      const label = /\blabel=([^;]+)/.exec(text)?.[1]?.trim()
      return label ? [{ label, text: text.trim() }] : []
    })
  const [old, now] = [read(was), read(is)]
  const owner = whose(is, after)
  const { added, removed } = onlyIn(old, now, ({ label }) => label)
  const kept = now.flatMap(request =>
    old
      .filter(each => each.label === request.label && each.text !== request.text)
      .map(each => [each, request] as const),
  )
  return [
    ...removed.map(({ label }) => about('removed', owner, '去掉了请求', 'request taken away', named(label))),
    ...added.map(({ label }) => about('added', owner, '加了请求', 'request added', named(label))),
    ...kept.map(([from, to]) => ({
      kind: 'changed' as const,
      words: turned(owner, said(`请求“${to.label}”`, `request “${to.label}”`), {
        before: named(from.text),
        after: named(to.text),
      }),
    })),
  ]
}

function mappingOrder({ was, is, after }: PartPair): Sentence[] {
  const of = (part: Part, family: string) => Object.keys(part.properties).filter(key => key.startsWith(family))
  return ['input:', 'output:'].flatMap(family =>
    reordered(
      of(was, family),
      of(is, family),
      whose(is, after),
      family === 'input:' ? said('取入', 'inputs') : said('写出', 'outputs'),
    ),
  )
}

/** The same members in another order. */
export function reordered(before: readonly string[], after: readonly string[], owner: Said, what: Said): Sentence[] {
  const kept = after.filter(each => before.includes(each))
  const was = before.filter(each => after.includes(each))
  if (kept.join('\n') === was.join('\n')) return []
  return [
    { kind: 'changed', words: together(owner, said(`的${what.zh}换了先后`, `: the order of ${what.en} changed`)) },
  ]
}

const about = (kind: Change['kind'], owner: Said, zh: string, en: string, value: Said): Sentence => ({
  kind,
  words: together(owner, said(zh, `: ${en} `), value),
})
