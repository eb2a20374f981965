import type { Language } from './labels.ts'
import type { StaticText } from './schema.ts'
import { evaluate, isExpression, type Scope } from './scope.ts'

const placeholder = /\{\{([^{}]*)\}\}/g

/** The text of a static component at its place: an expression `=…`, or words with expressions in `{{…}}`. */
export function textOf(component: StaticText, scope: Scope, language: Language = 'zh'): string {
  const english = language === 'en' ? component.properties?.['en.text'] : undefined
  const written = english ?? component.text
  if (isExpression(written)) return show(evaluate(written, scope))
  return written.replace(placeholder, (_, source: string) => show(evaluate(`=${source}`, scope)))
}

/** The expressions a static text contains, each with its leading `=`. */
export const expressionsIn = (written: string): string[] =>
  isExpression(written) ? [written] : [...written.matchAll(placeholder)].map(([, source = '']) => `=${source}`)

const show = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
