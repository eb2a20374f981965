import type { Variables } from '../../api-types.ts'
import { t } from '../../words/index.ts'

/** What was written as variables: nothing, an object, or why it is none. */
export type ParsedVariables = { ok: true; variables: Variables | undefined } | { ok: false; message: string }

/** Reads variables written as a JSON object; blank text changes nothing. */
export function parseVariables(text: string): ParsedVariables {
  if (text.trim() === '') return { ok: true, variables: undefined }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The browser's own sentence is in its own language.
    return { ok: false, message: t('resolve.broken') }
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? { ok: true, variables: value as Variables } : { ok: false, message: t('resolve.notObject') }
}
