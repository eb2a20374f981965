import { calledIn, isEnd, type OutlineIndex, type Part } from '../outline.ts'
import type { Names } from './names.ts'
import { isContinuation, isMerge } from './steps.ts'
import { listed, named, type Said, said, same, together } from './words.ts'

/** What sentences are made with. */
export interface Telling {
  index: OutlineIndex
  numbers: ReadonlyMap<string, string>
  names: Names
}

/** Words, and the parts they speak of. */
export interface Told {
  words: Said
  ids: readonly string[]
}

/**
 * Where a step goes on: nothing when it simply goes on with the next sentence.
 * @param nextNumber number of the sentence that follows
 */
export function exitsOf(part: Part, telling: Telling, nextNumber: string | undefined): Told | undefined {
  const { index } = telling
  const flows = index.leaving(part.id)
  const only = flows.length === 1 ? flows[0] : undefined
  const direct = only && index.target(only)
  if (only && direct && isContinuation(index, direct) && !isMerge(index, direct)) {
    const choice = choiceOf(direct, telling)
    return { words: together(questionOf(direct, part, telling), choice.words), ids: [only.id, ...choice.ids] }
  }
  if (only && direct) return onlyExit(only, part, telling, nextNumber)
  return flows.length === 0 ? undefined : togetherOf(flows, telling)
}

/** What a gateway asks, unless who did the step before has just answered it in the same words. */
function questionOf(gateway: Part, before: Part, { index }: Telling): Said {
  const { name } = gateway.properties
  const isPlain = index.leaving(gateway.id).some(({ properties }) => BARE.test(properties.name ?? ''))
  if (!name || (before.type === 'bpmn:UserTask' && !isPlain)) return same('')
  return said(`看“${name}”：`, `by “${name}”: `)
}

/** Answers that mean nothing without their question. */
const BARE = /^(不?是|否|没?有|无|不?可以|不?够|不?须|不?能|其他|其余)$/

function onlyExit(flow: Part, from: Part, telling: Telling, nextNumber: string | undefined): Told {
  const { target, ids: passed } = arrival(flow, telling)
  if (!target) return { words: same(''), ids: passed }
  const number = telling.numbers.get(target.id)
  if (number === nextNumber && number !== undefined) return { words: same(''), ids: passed }
  if (number === undefined)
    return { words: together(goTo(target, from, telling), said('。', '.')), ids: [...passed, target.id] }
  return { words: together(said('然后', 'then '), goTo(target, from, telling), said('。', '.')), ids: passed }
}

/** Where a flow arrives when gateways that only bring branches together are passed by. */
function arrival(flow: Part, { index }: Telling): { target: Part | undefined; ids: string[] } {
  const ids = [flow.id]
  let target = index.target(flow)
  while (target && isMerge(index, target) && !ids.includes(target.id)) {
    const on = index.leaving(target.id)[0] as Part
    ids.push(target.id, on.id)
    target = index.target(on)
  }
  return { target, ids }
}

/** The branches of a gateway: `同意的，到第 4 步；不同意的，结束（不予批准）。` */
export function choiceOf(gateway: Part, telling: Telling): Told {
  const flows = telling.index.leaving(gateway.id)
  const arrivals = flows.map(flow => arrival(flow, telling))
  const ends = arrivals.flatMap(({ target }) => (target && isEnd(target) ? [target.id] : []))
  const rest = ({ properties }: Part) => properties.name === '否' || !properties.name
  const inOrder = [...flows.filter(flow => !rest(flow)), ...flows.filter(rest)]
  const branches = inOrder.map(flow => branchOf(flow, gateway, telling))
  return {
    words: together(listed(branches, '；', '; '), said('。', '.')),
    ids: [gateway.id, ...arrivals.flatMap(({ ids }) => ids), ...ends],
  }
}

function branchOf(flow: Part, gateway: Part, telling: Telling): Said {
  const { name, condition } = flow.properties
  const { target } = arrival(flow, telling)
  const isDefault = gateway.properties.default === flow.id
  const to = target ? goTo(target, gateway, telling) : said('没有下一步', 'nowhere')
  if (name === '否') return together(said('否则，', 'otherwise '), to)
  if (name) return together(said(`${name}的，`, `if “${name}”, `), to)
  if (isDefault) return together(said('其余的，', 'otherwise '), to)
  return condition ? together(said(`满足 ${condition} 的，`, `if ${condition}, `), to) : to
}

function togetherOf(flows: readonly Part[], telling: Telling): Told {
  const arrivals = flows.map(flow => arrival(flow, telling))
  const targets = arrivals.flatMap(({ target }) => target ?? [])
  const where = listed(
    targets.map(target => placeOf(target, telling)),
    '、',
    ', ',
  )
  return {
    words: said(`以下同时进行：${where.zh}。`, `All at once: ${where.en}.`),
    ids: [...arrivals.flatMap(({ ids }) => ids), ...targets.filter(isEnd).map(({ id }) => id)],
  }
}

/** `到第 4 步`, `回到第 2 步`, `结束（已归还）`. */
function goTo(target: Part, from: Part, telling: Telling): Said {
  if (isEnd(target) && !telling.numbers.has(target.id)) return endWords(target, telling)
  const number = telling.numbers.get(target.id) ?? ''
  const isBack = isBefore(number, telling.numbers.get(from.id) ?? numberBefore(from, telling))
  const place = placeOf(target, telling)
  return isBack ? said(`回到${place.zh}`, `go back to ${place.en}`) : said(`到${place.zh}`, `go to ${place.en}`)
}

/** A gateway that is told with a step has its place there, an event with its host. */
function numberBefore({ id, properties }: Part, { index, numbers }: Telling): string {
  const before = properties.attachedToRef ?? index.arriving(id)[0]?.properties.sourceRef ?? ''
  const host = index.byId.get(before)?.properties.attachedToRef
  return numbers.get(before) ?? numbers.get(host ?? '') ?? ''
}

/** Whether one number comes before another, or is the same: `4.2` before `4.10`. */
function isBefore(number: string, other: string): boolean {
  if (number === '' || other === '') return false
  return number.localeCompare(other, 'en', { numeric: true }) <= 0
}

function placeOf(target: Part, { numbers }: Telling): Said {
  const number = numbers.get(target.id)
  return number === undefined ? named(calledIn(target)) : said(`第 ${number} 步`, `step ${number}`)
}

/** How an end ends, with its name. */
function endWords(end: Part, { index }: Telling): Said {
  const { name, event, 'event:errorRef': error } = end.properties
  const shown = name ? said(`（${name}）`, ` (${name})`) : same('')
  if (event === 'bpmn:ErrorEventDefinition') {
    const thrown = index.byId.get(error ?? '')?.properties.name ?? name ?? end.id
    return said(`到此中止，转为“${thrown}”`, `break off with “${thrown}”`)
  }
  const isInside = index.byId.get(end.scope)?.type !== 'bpmn:Process'
  const all = isInside ? said('本部分全部结束', 'end this part') : said('全部结束', 'end everything')
  return together(event === 'bpmn:TerminateEventDefinition' ? all : said('结束', 'end'), shown)
}
