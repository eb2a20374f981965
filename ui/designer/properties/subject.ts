import { extensionOf, headersOf, type ModdleElement, propertiesOf, textOf } from '../../../server/bpmn/moddle.ts'
import type { BundleFile, LimitParameter, Organisation } from '../../api-types.ts'
import type { Edit } from '../edits.ts'

/** What the office has to choose from. */
export interface Choices {
  roles: readonly { id: string; name: string }[]
  organisations: readonly Organisation[]
  limits: readonly LimitParameter[]
}

/** The element the properties are about, and what can be done to it. */
export interface Subject {
  element: ModdleElement
  elementId: string
  /** Our words on it: headers of a task, properties of a process. */
  words: Readonly<Record<string, string>>
  choices: Choices
  files: readonly BundleFile[]
  isReadOnly: boolean
  edit(edits: readonly Edit[]): void
  writeFile(name: string, content: string | null): void
}

/** Our words on an element. */
export const wordsOf = (element: ModdleElement): Record<string, string> =>
  element.$type === 'bpmn:Process' ? propertiesOf(element) : headersOf(element)

/** Who may do a task, as written. */
export const candidatesOf = (element: ModdleElement): string =>
  textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? ''

/** Sets one of our words; an empty one is taken away. */
export function setWord({ elementId, edit }: Subject, key: string, value: string): void {
  edit([value === '' ? { kind: 'remove-header', elementId, key } : { kind: 'set-header', elementId, key, value }])
}
