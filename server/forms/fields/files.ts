import { isObject, type Json, typeName } from '../json.ts'
import { type Objection, objection } from '../objections.ts'
import { pointerTo } from '../pointers.ts'
import type { FilesField } from '../schema.ts'
import type { FieldKind } from './field-kind.ts'

/** A file that has been uploaded; size in bytes, type as the MIME type the server found. */
export type FileReference = {
  fileId: string
  name: string
  size: number
  type: string
}

const names = ['fileId', 'name', 'size', 'type']

/** References to uploaded files; whether they exist is for the caller to ask (see `fileReferences`). */
export const filesKind: FieldKind<FilesField> = {
  empty: field => (field.multiple ? [] : null),
  isEmpty: value => Array.isArray(value) && value.length === 0,
  type(field, value) {
    if (!field.multiple) return fileObjection(value)
    if (!Array.isArray(value)) return objection('type', { expected: 'list', found: typeName(value) })
    const wrong = value.findIndex(file => fileObjection(file))
    return wrong < 0
      ? undefined
      : {
          ...objection('file', { found: typeName(value[wrong]) }),
          at: pointerTo('', wrong),
        }
  },
  check(field, value) {
    const files = (Array.isArray(value) ? value : [value]) as FileReference[]
    return files.flatMap((file, index) => {
      const at = field.multiple ? { at: pointerTo('', index) } : {}
      if (files.findIndex(({ fileId }) => fileId === file.fileId) < index) {
        return [{ ...objection('fileTwice', { name: file.name }), ...at }]
      }
      const isWelcome = isAccepted(file, field.accept)
      return isWelcome
        ? []
        : [
            {
              ...objection('fileType', {
                name: file.name,
                expected: field.accept ?? '',
              }),
              ...at,
            },
          ]
    })
  },
}

/** Says whether a file is of one of the kinds an `accept` list names (`.pdf, image/*, text/plain`); an empty list takes all. */
export function isAccepted(file: { name: string; type: string }, accept: string | undefined): boolean {
  const kinds = (accept ?? '').split(',').map(kind => kind.trim().toLowerCase())
  const wanted = kinds.filter(kind => kind !== '')
  return (
    wanted.length === 0 ||
    wanted.some(kind => {
      if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind)
      return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind
    })
  )
}

/** Tells a reference to an uploaded file from anything else. */
export const isFileReference = (value: unknown): value is FileReference =>
  isObject(value) &&
  Object.keys(value).length === names.length &&
  names.every(name => Object.hasOwn(value, name)) &&
  typeof value.fileId === 'string' &&
  value.fileId !== '' &&
  typeof value.name === 'string' &&
  typeof value.type === 'string' &&
  Number.isSafeInteger(value.size) &&
  Number(value.size) >= 0

const fileObjection = (value: Json): Objection | undefined =>
  isFileReference(value) ? undefined : objection('file', { found: typeName(value) })
