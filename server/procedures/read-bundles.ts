import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundleFile, isDeployed, isScenario } from '../api/process-drafts/bundle-files.ts'
import { checksumOf } from '../api/process-drafts/draft-contents.ts'
import { processIdsIn } from '../bpmn/index.ts'
import type { DeploymentResource } from '../engine/index.ts'
import { resolveSharedParts, type SharedParts } from '../forms/shared-parts.ts'
import { readSharedParts } from './read-shared-parts.ts'

/** A procedure as the product brings it: one folder of `workflows/`. */
export interface Bundle {
  /** Name of the folder. */
  folder: string
  resources: DeploymentResource[]
  /** What proves it; the engine is not given them. */
  scenarios: BundleFile[]
  /** What the files define, with the SHA-256 of their content. */
  contents: { resourceId: string; checksum: string }[]
}

/** Reads every folder that holds a diagram, in order of their names. */
export function readBundles(workflows: string): Bundle[] {
  if (!existsSync(workflows)) return []
  const folders = readdirSync(workflows, { withFileTypes: true }).filter(entry => entry.isDirectory())
  const names = folders.map(({ name }) => name).sort()
  const parts = readSharedParts(workflows)
  const bundles = names.map(name => readBundle(join(workflows, name), name, parts))
  return bundles.filter(({ resources }) => resources.some(({ name }) => name.endsWith('.bpmn')))
}

function readBundle(path: string, folder: string, parts: SharedParts): Bundle {
  const filesOf = (isWanted: (file: { name: string }) => boolean) =>
    readdirSync(path)
      .filter(name => isWanted({ name }))
      .sort()
      .map(name => ({ name, content: contentOf(join(path, name), parts) }))
  const resources = filesOf(isDeployed)
  const scenarios = filesOf(isScenario)
  const contents = [...resources, ...scenarios].flatMap(file => contentsOf(folder, file))
  return { folder, resources, scenarios, contents }
}

/** A form is published whole: with the parts that it shares with others in their places. */
function contentOf(path: string, parts: SharedParts): string {
  const content = readFileSync(path, 'utf8')
  if (!path.endsWith('.form') || !content.includes('"shared"')) return content
  return `${JSON.stringify(resolveSharedParts(JSON.parse(content), parts), undefined, 2)}\n`
}

/** A scenario as it stands among what was shipped: `scenario:<procedure>/<file>`. */
export const scenarioId = (folder: string, name: string): string => `scenario:${folder}/${name}`

function contentsOf(folder: string, { name, content }: DeploymentResource): Bundle['contents'] {
  const checksum = checksumOf(content)
  const ids = isScenario({ name }) ? [scenarioId(folder, name)] : idsIn(name, content)
  return ids.map(resourceId => ({ resourceId, checksum }))
}

/** `process:<id>`, `form:<id>`; a decision is known by its file. */
function idsIn(name: string, content: string): string[] {
  if (name.endsWith('.form')) return [`form:${String((JSON.parse(content) as { id?: unknown }).id)}`]
  if (name.endsWith('.dmn')) return [`file:${name}`]
  return processIdsIn(content).map(id => `process:${id}`)
}
