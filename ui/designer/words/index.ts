import { canvasWords } from './canvas.ts'
import { elementWords } from './elements.ts'
import { helpWords } from './help.ts'
import { propertyWords } from './properties.ts'
import { templateWords } from './templates.ts'

const all = { ...elementWords, ...canvasWords, ...propertyWords, ...templateWords, ...helpWords }

/** bpmn.io writes the same name as `Sub-process` and as `Sub Process`. */
const keyOf = (sentence: string) =>
  sentence
    .toLowerCase()
    .replaceAll(/[-\s]+/g, ' ')
    .trim()

const byKey = new Map(Object.entries(all).map(([sentence, chinese]) => [keyOf(sentence), chinese]))

/** What bpmn.io says in English, in Chinese; nothing where it has no Chinese yet. */
export const chineseFor = (sentence: string): string | undefined => byKey.get(keyOf(sentence))

/** The same for what its panel says without asking for a translation. */
export const panelWords = {
  words: { ...propertyWords, ...templateWords, 'Opened in popup': '正在大窗里改', 'Select a template': '选一个模板' },
  patterns: [
    [/^List contains (\d+) items?$/, '有 $1 项'],
    [/^Click to remove dynamic value with FEEL expression$/, '改回固定值'],
  ] as const,
}
