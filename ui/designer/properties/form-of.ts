import { extensionOf, type ModdleElement, textOf } from '../../../server/bpmn/moddle.ts'
import type { BundleFile } from '../../api-types.ts'

/** Id of the form an element is filled in with; empty when it has none. */
export const formIdOf = (element: ModdleElement): string =>
  textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId') ?? ''

/** That form among the files of the draft. */
export function formFileOf(element: ModdleElement, files: readonly BundleFile[]): BundleFile | undefined {
  const id = formIdOf(element)
  return id ? files.find(({ name, content }) => name.endsWith('.form') && content.includes(`"${id}"`)) : undefined
}
