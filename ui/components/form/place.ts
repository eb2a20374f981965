import type { TemplateResult } from 'lit'
import {
  type Component,
  type Field,
  type FileReference,
  isReadonly,
  type Json,
  type JsonObject,
  type Language,
  ownValue,
  pointerTo,
  type Scope,
} from '../../../server/forms/index.ts'

/** Takes a file to the server; the form itself fetches nothing. */
export type Upload = (file: File) => Promise<FileReference>

/** What all components of one form share while it is filled in. */
export interface Session {
  readonly language: Language
  readonly isReadonly: boolean
  readonly upload: Upload | undefined
  /** The sentence to show at a path, if something is wrong there or below it. */
  errorAt(path: string): string | undefined
  /** What is entered at a path right now. */
  entered(path: string): unknown
  /** Stores what was entered. */
  change(path: string, value: Json): void
  /** Says that the person has finished with a field; from now on its errors are shown. */
  leave(path: string): void
  /** Moves the focus to what is shown at a path, once it is on the screen. */
  focus(path: string): void
  /** Draws components at a place. */
  draw(components: readonly Component[], place: Place): TemplateResult
}

/** Where components stand: the data around them as entered and as shown, its pointer, and what expressions see there. */
export interface Place {
  readonly session: Session
  readonly scope: Scope
  readonly entered: JsonObject
  readonly shown: unknown
  readonly pointer: string
  readonly depth: number
}

/** One field where it stands: what its control needs. */
export interface FieldAt {
  readonly id: string
  readonly path: string
  readonly value: Json
  readonly error: string | undefined
  readonly isLocked: boolean
  readonly language: Language
  readonly session: Session
  readonly scope: Scope
  change(value: Json): void
  leave(): void
}

/** The id of the element that shows a path, unique in the form. */
export const domId = (path: string): string => `f${path.replaceAll('/', '-')}`

/** Puts a field in its place. */
export function fieldAt(field: Field, { session, scope, entered, pointer }: Place): FieldAt {
  const path = pointerTo(pointer, field.key)
  return {
    id: domId(path),
    path,
    value: (ownValue(entered, field.key) as Json | undefined) ?? null,
    error: session.errorAt(path),
    isLocked: session.isReadonly || field.disabled === true || isReadonly(field, scope),
    language: session.language,
    session,
    scope,
    change: value => session.change(path, value),
    leave: () => session.leave(path),
  }
}
