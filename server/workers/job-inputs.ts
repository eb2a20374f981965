import type { ActivatedJob, Json } from '../engine/index.ts'

/** A text among the inputs or headers of a job. @throws Error that says what was found, never its value: it may be about a person. */
export function textInput({ variables, customHeaders, elementId }: ActivatedJob, input: string): string {
  const text = variables[input] ?? customHeaders[input]
  if (typeof text === 'string' && text !== '') return text
  throw new Error(`Expected a text as '${input}' of '${elementId}', found ${kindOf(text)}`)
}

/** What a value is, for a message that ends in the journal. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing'
  if (value === '') return 'an empty text'
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`
}
