import { language } from '../../preferences.ts'
import { chineseFor } from '../words/index.ts'

/** Sentences of bpmn.io that were wanted in Chinese and have none; a test looks that it stays empty. */
export const untranslated = new Set<string>()

/** Says a sentence of bpmn.io in the language of the screen; theirs are English, with `{names}` to be filled. */
export function translate(sentence: string, values: Record<string, unknown> = {}): string {
  return wordsFor(sentence).replace(/\{(\w+)\}/g, (place, name: string) =>
    values[name] === undefined ? place : String(values[name]),
  )
}

function wordsFor(sentence: string): string {
  if (language() === 'en' || typeof sentence !== 'string' || !/[A-Za-z]{2,}/.test(sentence))
    return String(sentence ?? '')
  const known = chineseFor(sentence)
  if (known === undefined && !/[\u4e00-\u9fff]/.test(sentence)) untranslated.add(sentence)
  return known ?? sentence
}
