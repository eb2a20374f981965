import { extensionOf, textOf } from '../../bpmn/index.ts'
import type { Definition } from '../../projections/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'
import { type BundleFile, isDeployed } from './bundle-files.ts'

/** The files of what is in force, by what they define. */
export interface PublishedFiles {
  /** The newest version of a form. */
  ofForm(formId: string): BundleFile | undefined
  /** The newest version of the table that holds a decision. */
  ofDecision(decisionId: string): BundleFile | undefined
}

/**
 * The bundle of a published version: its diagram, the forms and tables that it names as they are in force, and what the
 * draft that published it held beside them (scenarios, parameters).
 */
export async function filesOfDefinition(house: House, definition: Definition): Promise<BundleFile[]> {
  const { processDefinitionKey, bpmnProcessId, resourceName } = definition
  const diagram = await house.diagrams.get(processDefinitionKey)
  const name = plainName(resourceName, `${bpmnProcessId}.bpmn`)
  const files = new Map<string, BundleFile>([[name, { name, content: diagram.xml }]])
  for (const { kind, id } of [...formsOf(diagram, bpmnProcessId), ...tablesOf(diagram)]) {
    const file = kind === 'form' ? house.publishedFiles.ofForm(id) : house.publishedFiles.ofDecision(id)
    if (file) add(files, { content: file.content, name: plainName(file.name, `${id}.${kind}`) }, `${id}.${kind}`)
  }
  for (const file of besides(house, definition)) add(files, file, file.name)
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Bundles of others may have called another file the same: then it is called by what it defines. */
function add(files: Map<string, BundleFile>, file: BundleFile, otherwise: string): void {
  const known = files.get(file.name)
  if (known?.content === file.content) return
  const name = known ? otherwise : file.name
  files.set(name, { ...file, name })
}

interface Named {
  kind: 'form' | 'dmn'
  id: string
}

function formsOf({ words }: Diagram, bpmnProcessId: string): Named[] {
  const ids = [`${bpmnProcessId}.start`, ...words.userTasks.flatMap(({ formId }) => formId ?? [])]
  return [...new Set(ids)].map(id => ({ kind: 'form', id }))
}

function tablesOf({ graph }: Diagram): Named[] {
  const ids = [...graph.nodes.values()].flatMap(
    ({ source }) => textOf(extensionOf(source, 'zeebe:CalledDecision'), 'decisionId') ?? [],
  )
  return [...new Set(ids)].map(id => ({ kind: 'dmn', id }))
}

/** Programs may publish under any name; in a bundle there are no folders. */
function plainName(name: string, otherwise = name): string {
  return name.split(/[\\/]/).at(-1)?.replace(/^\.+/, '') || otherwise
}

/** What the engine does not keep, from the draft that was published last before the next version. */
function besides(house: House, definition: Definition): readonly BundleFile[] {
  const own = filesAtPublication(house, definition, file => !isDeployed(file))
  return own ?? house.shippedScenarios.of(definition)
}

/** The files of the draft that became a version, as they were published; undefined when it came into force without a draft. */
export function filesAtPublication(
  { processDraftReviews, processDrafts, definitions }: House,
  { bpmnProcessId, version, deployedSeq }: Definition,
  isWanted: (file: { name: string }) => boolean = () => true,
): BundleFile[] | undefined {
  const next = definitions.versionsOf(bpmnProcessId).find(other => other.version === version + 1)
  const review = processDraftReviews
    .publishedOf(bpmnProcessId)
    .find(({ publishedSeq }) => publishedSeq! >= deployedSeq && publishedSeq! < (next?.deployedSeq ?? Infinity))
  const save = review && processDrafts.saveOf(review.draftId, review.revision)
  return save ? processDrafts.files({ ...save, files: save.files.filter(isWanted) }) : undefined
}
