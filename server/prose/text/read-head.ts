import { FOREIGN_KIND, kinds } from './kinds.ts'
import { BRACKETED, QUOTED, unescaped } from './quoting.ts'
import { faultAt } from './text-fault.ts'
import type { Sentence } from './text-lines.ts'

/** What the head of a paragraph says. */
export interface Head {
  type: string
  name?: string
  /** Absent where somebody wrote a new part without one. */
  id?: string
}

const typeOf = new Map<string, string>(kinds.map(([type, word]) => [word, type]))
const WORDS = kinds.map(([, word]) => word).sort((a, b) => b.length - a.length)
const BEGIN = new RegExp(`^(?:[\\d.]+\\.\\s*)?(?:(${WORDS.join('|')})|${FOREIGN_KIND}${QUOTED})(?=[“〔]|$)`, 's')
/** As much of a head as can be read. */
const LEGIBLE = new RegExp(`^(?:${QUOTED})?(?:${BRACKETED})?`, 's')
const REST = new RegExp(`^(?:${QUOTED})?(?:${BRACKETED})?$`, 's')

/** Whether a sentence begins a paragraph. */
export const isHead = ({ text }: Sentence): boolean => BEGIN.test(text) || /^[\d.]+\.\s/.test(text)

/** Reads the head of a paragraph. @throws TextError where it stops being one */
export function readHead(sentence: Sentence): Head {
  const begin = BEGIN.exec(sentence.text)
  if (!begin)
    throw faultAt(
      sentence,
      `种类：${kinds
        .slice(0, 8)
        .map(([, word]) => word)
        .join('、')} 等`,
      'a kind of part',
      sentence.text,
    )
  const tail = sentence.text.slice(begin[0].length)
  const rest = REST.exec(tail)
  const read = LEGIBLE.exec(tail)?.[0].length ?? 0
  const place = { line: sentence.line, column: sentence.column + begin[0].length + read }
  if (!rest || tail === '') throw faultAt(place, '“名称”和〔标识〕', '“name” and 〔id〕', tail.slice(read))
  const [name, id] = rest.slice(1)
  return {
    type: typeOf.get(begin[1] ?? '') ?? unescaped(begin[2] ?? ''),
    ...(name !== undefined && { name: unescaped(name) }),
    ...(id !== undefined && { id: unescaped(id) }),
  }
}
