import {
  BpmnSyntaxError,
  type DiagramProblem,
  type ModdleElement,
  type ProcessGraph,
  parseBpmn,
  processesOf,
  readProcessGraph,
  validateDiagram,
} from '../../bpmn/index.ts'
import { InvalidDecisions, parseDecisions } from '../../dmn/index.ts'
import { FeelSyntaxError } from '../../feel/index.ts'
import type { DeploymentResource } from '../protocol/commands.ts'
import { compileProcess } from './compile-process.ts'
import type { CompiledResource } from './definitions.ts'
import { findUnbound } from './find-unbound.ts'

/** A resource as it was read before its act began: ready to run, or what is wrong with it. */
export interface PreparedResource {
  name: string
  content: string
  checksum: string
  compiled?: CompiledResource
  /** How the report of the rejection words what is wrong. */
  problem?: string
}

/** Reads what is to be deployed: asynchronous, so it happens before the act joins its batch. */
export async function prepareDeployment(resources: DeploymentResource[]): Promise<PreparedResource[]> {
  const prepared: PreparedResource[] = await Promise.all(
    resources.map(async ({ name, content }) => ({ name, content, ...(await prepareResource(name, content)) })),
  )
  if (prepared.some(({ problem }) => problem !== undefined)) return prepared
  const together = prepared.map(({ compiled }) => compiled!)
  return prepared.map(resource => {
    const problems = findUnbound(resource.compiled!, together)
    return problems.length === 0 ? resource : { ...resource, problem: report(resource.name, problems) }
  })
}

/** Reads a resource that was deployed before: it was valid then, and stays executable whatever the rules are now. */
export async function loadResource(name: string, content: string): Promise<CompiledResource> {
  if (name.endsWith('.dmn')) return readDecisions(content)
  if (name.endsWith('.form')) return readForm(content)
  const graphs = executableGraphs(await parseBpmn(content))
  return { kind: 'processes', processes: graphs.map(compileProcess) }
}

async function prepareResource(name: string, content: string): Promise<Omit<PreparedResource, 'name' | 'content'>> {
  const checksum = await sha256(content)
  try {
    if (/\.bpmn(20\.xml)?$/.test(name)) return { checksum, ...(await prepareDiagram(name, content)) }
    if (name.endsWith('.dmn')) return { checksum, compiled: await readDecisions(content) }
    if (name.endsWith('.form')) return { checksum, compiled: readForm(content) }
  } catch (error) {
    if (REFUSED.some(kind => error instanceof kind))
      return { checksum, problem: `'${name}': ${(error as Error).message}` }
    throw error
  }
  return { checksum, problem: `'${name}': unknown resource type` }
}

async function prepareDiagram(name: string, content: string): Promise<Pick<PreparedResource, 'compiled' | 'problem'>> {
  const definitions = await parseBpmn(content)
  const problems = validateDiagram(definitions)
  if (problems.length > 0) return { problem: report(name, problems) }
  return { compiled: { kind: 'processes', processes: executableGraphs(definitions).map(compileProcess) } }
}

function executableGraphs(definitions: ModdleElement): ProcessGraph[] {
  return processesOf(definitions)
    .map(readProcessGraph)
    .filter(({ isExecutable }) => isExecutable)
}

async function readDecisions(content: string): Promise<CompiledResource> {
  const namespace = /<[\w:]*definitions\b[^>]*\snamespace="([^"]*)"/.exec(content)?.[1] ?? ''
  return { kind: 'decisions', model: await parseDecisions(content), namespace }
}

class InvalidForm extends Error {}

/** What is wrong with the resource, not with us. */
const REFUSED = [BpmnSyntaxError, InvalidDecisions, InvalidForm, FeelSyntaxError]

function readForm(content: string): CompiledResource {
  const form = parseJson(content)
  if (typeof form.id !== 'string' || form.id === '')
    throw new InvalidForm('Expected a form with an id, but it has none')
  return { kind: 'form', formId: form.id, ...(typeof form.versionTag === 'string' && { versionTag: form.versionTag }) }
}

function parseJson(content: string): Record<string, unknown> {
  try {
    const form: unknown = JSON.parse(content)
    if (typeof form === 'object' && form !== null) return form as Record<string, unknown>
  } catch (error) {
    throw new InvalidForm(`Expected JSON, but ${(error as Error).message}`)
  }
  throw new InvalidForm('Expected a JSON object')
}

/** Problems grouped by the element they concern, in the form Zeebe reports them. */
export function report(name: string, problems: DiagramProblem[]): string {
  const sections = new Map<unknown, string>()
  for (const { element, source = element, message, part = 'Element' } of problems)
    sections.set(source, `${sections.get(source) ?? `- ${part}: ${element}\n`}    - ERROR: ${message}\n`)
  return `'${name}': ${[...sections.values()].join('')}`
}

async function sha256(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
