import { extensionOf, textOf } from '../../bpmn/index.ts'
import type { Definition } from '../../projections/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'
import { type BundleFile, isDeployed } from './bundle-files.ts'

/** Which version of a file: the newest, unless it is that of one deployment, or the newest before one. */
export interface FileVersion {
  pinnedBy?: string
  before?: string
}

/** The files that were deployed, by what they define. */
export interface PublishedFiles {
  ofForm(formId: string, version?: FileVersion): BundleFile | undefined
  /** The table that holds a decision. */
  ofDecision(decisionId: string, version?: FileVersion): BundleFile | undefined
}

/**
 * The bundle of a published version: its diagram, the forms and tables that it works with (as they are in force, or were
 * when the next version came), and what the draft that published it held beside them (scenarios, parameters).
 */
export async function filesOfDefinition(house: House, definition: Definition): Promise<BundleFile[]> {
  const { processDefinitionKey, bpmnProcessId, resourceName } = definition
  const diagram = await house.diagrams.get(processDefinitionKey)
  const name = plainName(resourceName, `${bpmnProcessId}.bpmn`)
  const files = new Map<string, BundleFile>([[name, { name, content: diagram.xml }]])
  const before = nextOf(house, definition)?.deploymentKey
  for (const { kind, id, isPinned } of [...formsOf(diagram, bpmnProcessId), ...tablesOf(diagram)]) {
    const version = isPinned ? { pinnedBy: definition.deploymentKey } : before === undefined ? {} : { before }
    const file =
      kind === 'form' ? house.publishedFiles.ofForm(id, version) : house.publishedFiles.ofDecision(id, version)
    if (file) add(files, { content: file.content, name: plainName(file.name, `${id}.${kind}`) }, `${id}.${kind}`)
  }
  for (const file of besides(house, definition)) add(files, file, file.name)
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The version that took its place. */
const nextOf = ({ definitions }: House, { bpmnProcessId, version }: Definition): Definition | undefined =>
  definitions
    .versionsOf(bpmnProcessId)
    .filter(other => other.version > version)
    .at(-1)

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
  /** Whether the diagram means the one that came with it. */
  isPinned: boolean
}

function formsOf(diagram: Diagram, bpmnProcessId: string): Named[] {
  const start = { kind: 'form', id: `${bpmnProcessId}.start`, isPinned: false } as const
  return distinct([start, ...namedBy(diagram, 'form', 'zeebe:FormDefinition', 'formId')])
}

const tablesOf = (diagram: Diagram): Named[] => distinct(namedBy(diagram, 'dmn', 'zeebe:CalledDecision', 'decisionId'))

function namedBy({ graph }: Diagram, kind: Named['kind'], type: string, attribute: string): Named[] {
  return [...graph.nodes.values()].flatMap(({ source }) => {
    const extension = extensionOf(source, type)
    const id = textOf(extension, attribute)
    return id === undefined ? [] : [{ kind, id, isPinned: textOf(extension, 'bindingType') === 'deployment' }]
  })
}

const distinct = (named: readonly Named[]): Named[] => [...new Map(named.map(each => [each.id, each])).values()]

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
