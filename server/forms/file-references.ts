import { type FileReference, isFileReference } from './fields/files.ts'
import { ownValue } from './json.ts'
import { isField } from './names.ts'
import { pointerTo } from './pointers.ts'
import type { Component, Form } from './schema.ts'

/** A file named in the data of a form, and the JSON pointer where it is named. */
export interface NamedFile {
  readonly path: string
  readonly file: FileReference
}

/** All files the data of a form refers to; the server asks whether each exists and is what it says. */
export const fileReferences = (form: Form, data: unknown): NamedFile[] => filesIn(form.components, data, '')

function filesIn(components: readonly Component[], data: unknown, pointer: string): NamedFile[] {
  return components.flatMap(component => {
    if (component.type === 'filepicker')
      return filesAt(ownValue(data, component.key), pointerTo(pointer, component.key))
    if (isField(component) || component.type === 'text') return []
    if (component.path === undefined) return filesIn(component.components, data, pointer)
    const at = pointerTo(pointer, component.path)
    const value = ownValue(data, component.path)
    if (component.type === 'group') return filesIn(component.components, value, at)
    const rows: unknown[] = Array.isArray(value) ? value : []
    return rows.flatMap((row, index) => filesIn(component.components, row, pointerTo(at, index)))
  })
}

function filesAt(value: unknown, path: string): NamedFile[] {
  if (Array.isArray(value)) return value.flatMap((file, index) => filesAt(file, pointerTo(path, index)))
  return isFileReference(value) ? [{ path, file: value }] : []
}
