import { elementOf, elementsOf, type FlowNode, type ModdleElement, textOf } from '../../bpmn/index.ts'
import type { LawVerbId } from '../../policies/lawfulness/verbs.ts'
import type { ProcedureModel } from '../model.ts'
import { namesIn } from '../reading.ts'

/** A verb that a diagram uses on a task by itself, and the words by which it says so. */
export interface DiagramVerb {
  verb: LawVerbId
  said: string
}

/** Every such verb on a task, in this system's words or in those of others, which come in with an imported diagram. */
export function diagramVerbsOn(model: ProcedureModel, task: FlowNode): DiagramVerb[] {
  const { graph } = model
  const borders = task.boundaryEventIds.flatMap(id => graph.nodes.get(id) ?? [])
  return [
    ...foreignWords(task.source).flatMap(word => verbSaidBy(word, ON_TASK)),
    ...borders.flatMap(({ source }) => foreignWords(source).flatMap(word => verbSaidBy(word, ON_BORDER))),
    ...anyOneEnds(task),
    ...wayRoundSamePerson(model, task),
  ]
}

interface Word {
  name: string
  value: string
}

/** Extensions and attributes of other engines, by their name without its prefix. */
function foreignWords(element: ModdleElement): Word[] {
  const extensions = elementsOf(elementOf(element, 'extensionElements'), 'values').map(each => ({
    name: each.$type,
    value: textOf(each, '$body') ?? '',
  }))
  const attributes = Object.entries((element.$attrs ?? {}) as Record<string, unknown>)
  return [...extensions, ...attributes.map(([name, value]) => ({ name, value: String(value) }))]
    .filter(({ name }) => name.includes(':') && !name.startsWith('zeebe:'))
    .map(({ name, value }) => ({ name: localName(name), value: value.trim() }))
}

function localName(name: string): string {
  const local = name.slice(name.indexOf(':') + 1)
  return local.charAt(0).toLowerCase() + local.slice(1)
}

type Meaning = Readonly<Record<string, (value: string) => LawVerbId | undefined>>
const where =
  (verb: LawVerbId, value: string) =>
  (said: string): LawVerbId | undefined =>
    said === value ? verb : undefined

/** The words of the Chinese approval engines over Flowable, by their values. */
const ON_TASK: Meaning = {
  approveType: where('auto-pass', '2'),
  assignEmptyHandlerType: where('auto-pass', '1'),
  assignStartUserHandlerType: where('skip-self', '2'),
  approveMethod: where('or-sign', '3'),
  autoApprovalType: value => (value === '' || value === '0' || value === 'none' ? undefined : 'dedupe'),
  skipExpression: value => {
    if (value === '' || value === 'false') return undefined
    return /initiator|startUser|starter/i.test(value) ? 'skip-self' : 'auto-pass'
  },
}
const ON_BORDER: Meaning = { timeoutHandlerType: where('timeout-approve', '2') }

function verbSaidBy({ name, value }: Word, meaning: Meaning): DiagramVerb[] {
  const verb = meaning[name]?.(value)
  return verb ? [{ verb, said: `${name}=${value}` }] : []
}

/** Several persons side by side, and the first of them ends it for all. */
function anyOneEnds({ source }: FlowNode): DiagramVerb[] {
  const condition = textOf(elementOf(elementOf(source, 'loopCharacteristics'), 'completionCondition'), 'body')
  const isFirst = condition !== undefined && /numberOfCompletedInstances\s*(?:>=\s*1\b|>\s*0\b|=\s*1\b)/.test(condition)
  return isFirst ? [{ verb: 'or-sign', said: condition }] : []
}

/** Who began it, by the names under which procedures know him. */
const STARTERS = /^(?:starter|startedBy|initiator|applicant|handler)(?:Id|Ids)?$/

/** A choice right before the task that goes round it where two persons are the same. */
function wayRoundSamePerson({ graph, words }: ProcedureModel, task: FlowNode): DiagramVerb[] {
  const doers = new Set(words.userTasks.flatMap(({ doneBy }) => doneBy ?? []))
  const choices = [...graph.nodes.values()].filter(
    ({ type, outgoing }) =>
      type === 'bpmn:ExclusiveGateway' && outgoing.some(({ targetId }) => targetId === task.id) && outgoing.length > 1,
  )
  return choices.flatMap(({ outgoing }) =>
    outgoing.flatMap(({ targetId, condition = '' }): DiagramVerb[] => {
      const isRound = targetId === task.id ? /!=/.test(condition) : isEquality(condition)
      if (!isRound) return []
      const persons = namesIn(condition).filter(name => doers.has(name) || STARTERS.test(name))
      if (persons.length < 2) return []
      return [{ verb: persons.some(name => STARTERS.test(name)) ? 'skip-self' : 'dedupe', said: condition }]
    }),
  )
}

const isEquality = (condition: string): boolean =>
  /[^!<>]=[^=]/.test(condition.slice(1)) || /list contains/.test(condition)
