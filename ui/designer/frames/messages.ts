import type { Language, Theme } from '../../preferences.ts'

/** What a page asks of the document in a frame. */
export type ToFrame =
  | { kind: 'open'; name: string; content: string; isReadOnly: boolean }
  | { kind: 'look'; theme: Theme; language: Language }

/** What the document in a frame tells the page around it. */
export type FromFrame =
  | { kind: 'ready' }
  | { kind: 'changed'; name: string; content: string }
  | { kind: 'picked'; name: string; partId: string }
  | { kind: 'failed'; name: string; message: string }
  | { kind: 'leave' }

const texts = {
  ready: [],
  changed: ['name', 'content'],
  picked: ['name', 'partId'],
  failed: ['name', 'message'],
  leave: [],
  open: ['name', 'content'],
  look: ['theme', 'language'],
} as const satisfies Record<(ToFrame | FromFrame)['kind'], readonly string[]>

const TO_FRAME = ['open', 'look'] as const satisfies ToFrame['kind'][]
const FROM_FRAME = ['ready', 'changed', 'picked', 'failed', 'leave'] as const satisfies FromFrame['kind'][]

/** Reads what a page sent into its frame; nothing if it is no such message. */
export function readToFrame(data: unknown): ToFrame | undefined {
  const message = read(data, TO_FRAME)
  if (message?.kind === 'open' && typeof message.isReadOnly !== 'boolean') return undefined
  return message as ToFrame | undefined
}

/** Reads what a frame sent to the page around it; nothing if it is no such message. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  return read(data, FROM_FRAME) as FromFrame | undefined
}

function read(data: unknown, kinds: readonly (keyof typeof texts)[]): Record<string, unknown> | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const message = data as Record<string, unknown>
  const kind = kinds.find(known => known === message.kind)
  return kind && texts[kind].every(name => typeof message[name] === 'string') ? message : undefined
}
