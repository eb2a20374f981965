import { BRACKETED, bracketed, QUOTED, quoted, unescaped } from './quoting.ts'
import { type SentenceForm, sentenceForms } from './sentences.ts'

/** A property as a sentence. */
interface SaidProperty {
  /** Without its full stop. */
  text: string
  /** Whether it belongs to the line 技术. */
  isTechnical: boolean
  /** Its place among sentences: that of its form in the grammar. */
  rank: number
}

/** The sentences of properties in the order of the grammar; those of one form keep theirs. */
export function sayProperties(properties: readonly (readonly [key: string, value: string])[]): SaidProperty[] {
  return properties.map(([key, value]) => sayProperty(key, value)).sort((a, b) => a.rank - b.rank)
}

function sayProperty(key: string, value: string): SaidProperty {
  const rank = sentenceForms.findIndex(each => fits(each, key, value))
  const form = sentenceForms[rank] as SentenceForm
  const name = key.slice(form.key.length - 1)
  const text = form.text.replace('{ref}', () => bracketed(value)).replace('{name}', () => quoted(name))
  return { text: text.replace('{}', () => quoted(value)), isTechnical: form.isTechnical === true, rank }
}

function fits({ key, value }: SentenceForm, asked: string, said: string): boolean {
  if (value !== undefined && value !== said) return false
  return key.endsWith('*') ? asked.startsWith(key.slice(0, -1)) : key === asked
}

/** What a sentence (without its full stop) says; undefined when it is none of the grammar. */
export function readProperty(sentence: string): { key: string; value: string } | undefined {
  for (const { form, pattern } of patterns) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const [first = '', second = ''] = match.slice(1).map(unescaped)
    if (form.key.endsWith('*')) return { key: form.key.slice(0, -1) + first, value: second }
    return { key: form.key, value: form.value ?? first }
  }
  return undefined
}

const patterns = sentenceForms.map(form => ({ form, pattern: patternOf(form) }))

function patternOf({ text }: SentenceForm): RegExp {
  return new RegExp(`^${text.replace('{ref}', BRACKETED).replace('{name}', QUOTED).replace('{}', QUOTED)}$`, 's')
}
