import { calledIn, isGateway, isSubProcess, type Outline, OutlineIndex, type Part } from '../outline.ts'
import { readActions } from './actions.ts'
import { isOverdue, triggerWords } from './event-words.ts'
import { choiceOf, exitsOf, type Telling, type Told } from './exits.ts'
import { limitsOf } from './limit-words.ts'
import type { Names } from './names.ts'
import { stepWords } from './step-words.ts'
import { numbersOf, type Step, stepsOf } from './steps.ts'
import { listed, named, type Said, said, same, together } from './words.ts'

/** One sentence of the short text. */
export interface ReadingSentence extends Said {
  /** Of a step; events on its border have none and stand below it. */
  number?: string
  depth: number
  /** The parts it speaks of: the step first. */
  elementIds: readonly string[]
}

/**
 * The diagram as short text: its steps in the order in which one reads them, each one sentence: who, until when, with which
 * buttons, and where it goes on.
 */
export function readingText(outline: Outline, names: Names): ReadingSentence[] {
  const index = new OutlineIndex(outline)
  const processes = outline.parts.filter(({ type }) => type === 'bpmn:Process')
  return processes.flatMap(process => {
    const steps = stepsOf(index, process.id)
    const telling: Telling = { index, numbers: numbersOf(steps), names }
    return [...wholeProcess(process, names), ...tell(steps, telling, 0)]
  })
}

function wholeProcess(process: Part, names: Names): ReadingSentence[] {
  const limits = limitsOf(process, names)
  if (!limits) return []
  const words = said(`“${calledIn(process)}”全程${limits.zh}。`, `The whole of “${calledIn(process)}”: ${limits.en}.`)
  return [{ ...words, depth: 0, elementIds: [process.id] }]
}

function tell(steps: readonly Step[], telling: Telling, depth: number): ReadingSentence[] {
  return steps.flatMap((step, at) => {
    const exits = exitsOf(step.part, telling, steps[at + 1]?.number)
    return [
      sentenceOf(step, telling, depth, exits),
      ...tell(step.inner, telling, depth + 1),
      ...closing(step, depth, exits),
      ...telling.index.onBorder(step.part.id).map(event => borderSentence(event, telling, depth)),
    ]
  })
}

function sentenceOf(
  { part, number, inner }: Step,
  telling: Telling,
  depth: number,
  exits: Told | undefined,
): ReadingSentence {
  const own = { number, depth, elementIds: [part.id, ...insideStart(part, telling)] }
  if (inner.length > 0) {
    const words = together(stepWords(part, telling), said('：', ':'))
    return {
      ...own,
      zh: words.zh,
      en: upper(words.en),
      elementIds: [...own.elementIds, ...(exits?.words.zh ? [] : (exits?.ids ?? []))],
    }
  }
  const isChoice = isGateway(part) && part.type !== 'bpmn:ParallelGateway'
  const onward = isChoice ? choiceOf(part, telling) : exits
  const end = part.type === 'bpmn:ParallelGateway' ? same('') : isChoice ? said('：', ': ') : said('。', '. ')
  const rest = onward?.words ?? same('')
  const words = together(stepWords(part, telling), end, buttonsOf(part, onward), isChoice ? rest : capital(rest))
  return { ...own, zh: words.zh, en: upper(words.en.trim()), elementIds: [...own.elementIds, ...(onward?.ids ?? [])] }
}

/** Where it goes on after a sub-process is said after what happens in it. */
function closing({ part, inner }: Step, depth: number, exits: Told | undefined): ReadingSentence[] {
  if (inner.length === 0 || !exits?.words.zh) return []
  const words = together(said(`“${calledIn(part)}”办完以后，`, `After “${calledIn(part)}” `), exits.words)
  return [{ ...words, depth: depth + 1, elementIds: exits.ids }]
}

/** The start of a sub-process is told with it. */
function insideStart(part: Part, { index }: Telling): string[] {
  if (!isSubProcess(part)) return []
  const starts = index.within(part.id).filter(({ type }) => type === 'bpmn:StartEvent')
  return starts.flatMap(({ id }) => [id, ...index.leaving(id).map(flow => flow.id)])
}

/** The buttons, unless the branches have just the same names. */
function buttonsOf({ properties }: Part, exits: Told | undefined): Said {
  const labels = readActions(properties['header:actions']).map(({ label }) => label)
  if (labels.length === 0 || labels.every(label => exits?.words.zh.includes(`${label}的，`))) return same('')
  const shown = listed(labels.map(named), '', ', ')
  return said(`可选${shown.zh}。`, `Buttons: ${shown.en}. `)
}

/** `期满（逾期未补）的，不再等，到第 3 步。` */
function borderSentence(event: Part, telling: Telling, depth: number): ReadingSentence {
  const trigger = triggerWords(event, telling.index)
  const exits = exitsOf(event, telling, undefined)
  const then = exits?.words.zh ? atOnce(exits.words) : said('到此为止。', 'that is all.')
  const words = together(trigger, said('的，', ': '), consequence(event, telling), then)
  return { zh: words.zh, en: upper(words.en), depth: depth + 1, elementIds: [event.id, ...(exits?.ids ?? [])] }
}

function consequence(event: Part, { index }: Telling): Said {
  if (event.properties.cancelActivity === 'false') return said('本环节照办，另外', 'the step goes on; besides ')
  return isOverdue(event, index) ? said('不再等，', 'no more waiting, ') : said('本环节不再办，', 'the step stops, ')
}

/** What an event leads to is no step after another. */
const atOnce = ({ zh, en }: Said): Said => said(zh.replace(/^然后/, ''), en.replace(/^then /, ''))

const capital = ({ zh, en }: Said): Said => ({ zh, en: upper(en) })
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
