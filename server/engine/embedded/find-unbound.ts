import type { DiagramProblem } from '../../bpmn/index.ts'
import type { CompiledResource } from './definitions.ts'
import type { ExecutableNode } from './executable-process.ts'
import type { Linkable } from './store.ts'

/** The extension element in which a diagram names something. */
const PARTS: Record<Linkable, string> = { process: 'calledElement', decision: 'calledDecision', form: 'formDefinition' }

/**
 * What a diagram expects to be deployed together with itself (ENGINE D10), but is not there. `together` is everything in the deployment.
 * Ids that are computed can only be told when an instance gets there.
 */
export function findUnbound(resource: CompiledResource, together: CompiledResource[]): DiagramProblem[] {
  if (resource.kind !== 'processes') return []
  const nodes = resource.processes.flatMap(({ nodes }) => [...nodes.values()])
  return nodes.flatMap(({ inner, ...node }) => unboundIn(inner ?? node, together))
}

function unboundIn(
  { id: elementId, element, definition }: ExecutableNode,
  together: CompiledResource[],
): DiagramProblem[] {
  const named = element.names?.(definition)
  if (named?.binding.type !== 'deployment' || named.id.feel) return []
  const { kind, id } = named
  if (together.some(resource => idsIn(resource, kind).includes(id.text))) return []
  return [
    {
      element: `${elementId} > extensionElements > ${PARTS[kind]}`,
      message: `Expected to find ${kind} with id '${id.text}' in current deployment, but not found.`,
    },
  ]
}

function idsIn(resource: CompiledResource, kind: Linkable): string[] {
  if (resource.kind === 'processes')
    return kind === 'process' ? resource.processes.map(({ bpmnProcessId }) => bpmnProcessId) : []
  if (resource.kind === 'decisions') return kind === 'decision' ? [...resource.model.decisions.keys()] : []
  return kind === 'form' ? [resource.formId] : []
}
