import type { MessageId } from './words.ts'

/** What a message is filled with: numbers and texts by name. */
export type MessageParams = Readonly<Record<string, string | number>>

/** Why a value is not accepted: a message id with its parameters. `at` points below the field (an item of a list). */
export interface Objection {
  readonly id: MessageId
  readonly params: MessageParams
  readonly at?: string
}

/** An objection and where it belongs: a JSON pointer into the data of the form. */
export interface FieldError {
  readonly path: string
  readonly id: MessageId
  readonly params: MessageParams
}

/** Makes an objection. */
export const objection = (id: MessageId, params: MessageParams = {}): Objection => ({ id, params })
