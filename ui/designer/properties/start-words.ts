import { elementsOf, type ModdleElement } from '../../../server/bpmn/moddle.ts'
import type { BundleFile } from '../../api-types.ts'
import type { WordId } from '../../words/index.ts'
import { camel } from './camel.ts'
import { formFileOf } from './form-of.ts'

/** Kinds of fields by their type in a form, with the word people have for them. */
export const FIELD_KINDS: Readonly<Record<string, WordId>> = {
  textfield: 'draft.field.line',
  textarea: 'draft.field.text',
  number: 'draft.field.number',
  datetime: 'draft.field.date',
  checkbox: 'draft.field.tick',
  checklist: 'draft.field.several',
  taglist: 'draft.field.several',
  radio: 'draft.field.one',
  select: 'draft.field.one',
  filepicker: 'draft.field.files',
}

/** A field of the form a procedure is started with. */
export interface StartField {
  key: string
  label: string
  /** A key of `FIELD_KINDS`. */
  type: string
}

/** Reads `startRoles` of a process. */
export const readStartRoles = (text: string): string[] =>
  text
    .split(/[;；,，|\n]/)
    .map(each => each.trim())
    .filter(Boolean)

/** Writes roles as `startRoles`, each once. */
export const writeStartRoles = (roles: readonly string[]): string => [...new Set(roles.filter(Boolean))].join(',')

/** Reads the name of the variable in `bizKey`, which may be written as an expression. */
export const readBizKey = (text: string): string => text.replace(/^\s*=/, '').trim()

/** The variable that holds the number of a procedure where nobody enters one. */
export const numberedKey = (processId: string): string => `${camel(processId)}Id`

interface Part {
  type?: string
  key?: string
  label?: string
  path?: string
  components?: Part[]
}

/** The fields of the form a process is started with; those in groups that have no name of their own too. */
export function startFields(process: ModdleElement, files: readonly BundleFile[]): StartField[] {
  const starts = elementsOf(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent')
  const contents = starts.flatMap(start => formFileOf(start, files)?.content ?? [])
  return contents.flatMap(content => fieldsIn(partsOf(content)))
}

/** The dates that are filled in anywhere in a draft, by what they are called; each once. */
export function dateFields(files: readonly BundleFile[]): StartField[] {
  const forms = files.filter(({ name }) => name.endsWith('.form'))
  const dates = forms.flatMap(({ content }) => fieldsIn(partsOf(content))).filter(({ type }) => type === 'datetime')
  return dates.filter((field, index) => dates.findIndex(({ key }) => key === field.key) === index)
}

function partsOf(content: string): Part[] {
  try {
    return (JSON.parse(content) as Part).components ?? []
  } catch {
    // A form that is being written may not be JSON yet.
    return []
  }
}

const fieldsIn = (parts: readonly Part[]): StartField[] =>
  parts.flatMap(({ type = '', key, label, path, components = [] }) => {
    if (type === 'group' && !path) return fieldsIn(components)
    return key !== undefined && type in FIELD_KINDS ? [{ key, label: label || key, type }] : []
  })
