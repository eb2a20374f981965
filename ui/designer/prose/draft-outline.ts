import { type Names, namesWith, type Outline, readOutline } from '../../../server/prose/index.ts'
import type { BundleFile } from '../../api-types.ts'
import { knownNames } from './known-names.ts'

/** What prose needs of a draft: its outline, and what its words mean. */
export interface DraftOutline {
  outline: Outline
  names: Names
}

/** Reads the diagram of a draft; without connection it is told with ids instead of names. @throws BpmnSyntaxError */
export async function outlineOfDraft(files: readonly BundleFile[]): Promise<DraftOutline> {
  const xml = files.find(({ name }) => name.endsWith('.bpmn'))?.content ?? ''
  const parameters = files.find(({ name }) => name === 'parameters.json')?.content
  const known = await knownNames().catch((): Names => ({}))
  return { outline: await readOutline(xml), names: namesWith(known, parameters) }
}
