import { faultAt, type Place } from './text-fault.ts'

/** One sentence without its full stop, and where it begins. */
export interface Sentence extends Place {
  text: string
}

/** A line of the text as its sentences. */
export interface Line {
  /** How far it is set in, two spaces a step. */
  depth: number
  isTechnical: boolean
  sentences: readonly [Sentence, ...Sentence[]]
}

const TECHNICAL = '技术：'

/** Cuts a text into lines and sentences; empty lines are passed over. @throws TextError at what cannot be cut */
export function linesOf(text: string): Line[] {
  return text.split(/\r?\n/).flatMap((raw, at) => (raw.trim() === '' ? [] : [lineOf(raw, at + 1)]))
}

function lineOf(raw: string, line: number): Line {
  const spaces = raw.length - raw.trimStart().length
  if (spaces % 2 === 1 || /^ *[^\S ]/.test(raw))
    throw faultAt({ line, column: 1 }, '每一层缩进两个空格', 'two spaces for each level', raw.slice(0, spaces + 4))
  const isTechnical = raw.startsWith(TECHNICAL, spaces)
  const sentences = sentencesOf(raw, spaces + (isTechnical ? TECHNICAL.length : 0), line)
  return { depth: spaces / 2, isTechnical, sentences }
}

function sentencesOf(raw: string, from: number, line: number): [Sentence, ...Sentence[]] {
  const sentences: Sentence[] = []
  const text = raw.trimEnd()
  let at = from
  while (at < text.length) {
    const end = endOf(text, at, line)
    sentences.push({ text: text.slice(at, end), line, column: at + 1 })
    at = end + 1
  }
  const [first, ...others] = sentences
  if (!first) throw faultAt({ line, column: from + 1 }, '一句话', 'a sentence', '')
  return [first, ...others]
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '〔': '〕' }

/** Where the sentence that begins at `from` has its full stop. */
function endOf(text: string, from: number, line: number): number {
  let closing: string | undefined
  let opened = from
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] as string
    if (closing !== undefined) {
      if (sign === '\\') at += 1
      else if (sign === closing) closing = undefined
    } else if (sign in CLOSING) {
      closing = CLOSING[sign]
      opened = at
    } else if (sign === '。') return at
  }
  if (closing !== undefined)
    throw faultAt({ line, column: opened + 1 }, `与之成对的 ${closing}`, `its closing ${closing}`, text.slice(opened))
  throw faultAt({ line, column: text.length + 1 }, '句号 。', 'a full stop 。', '')
}
