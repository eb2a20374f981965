import { type ModdleElement, textOf } from '../../../bpmn/index.ts'
import { type ErrorType, Failure } from '../../protocol/errors.ts'
import type { Execution } from '../execution.ts'
import type { Expression } from '../expression.ts'
import type { EngineStore, Linkable, Rows } from '../store.ts'

/** Which version of what it names a diagram means: the latest, the one deployed together with it, or the latest that bears a tag (ENGINE D10). */
export type Binding = { type: 'latest' } | { type: 'deployment' } | { type: 'versionTag'; versionTag: string }

/** What a diagram names: another process, a decision or a form, and which version of it. */
export interface NamedResource {
  kind: Linkable
  id: Expression
  binding: Binding
}

/** Reads `bindingType` and `versionTag` of an extension element. */
export function readBinding(element: ModdleElement | undefined): Binding {
  const type = textOf(element, 'bindingType')
  if (type === 'deployment') return { type }
  if (type === 'versionTag') return { type, versionTag: textOf(element, 'versionTag') ?? '' }
  return { type: 'latest' }
}

/** The process that a call activity means. */
export function calledProcess(execution: Execution, id: string, binding: Binding): Rows['process'] {
  return bound(execution, 'process', id, binding, 'CALLED_ELEMENT_ERROR', {
    latest: `Expected process with BPMN process id '${id}' to be deployed, but not found.`,
    wanted: `Expected to call process with BPMN process id '${id}'`,
    thing: 'process',
    intended: 'process definition to call',
    remedy: 'To resolve this incident, deploy a process with the given process id and version tag.',
  })
}

/** The decision that a business rule task means. */
export function calledDecision(execution: Execution, id: string, binding: Binding): Rows['decision'] {
  const wanted =
    binding.type === 'versionTag'
      ? `Expected to evaluate decision with id '${id}'`
      : `Expected to evaluate decision '${id}'`
  return bound(execution, 'decision', id, binding, 'CALLED_DECISION_ERROR', {
    latest: `Expected to evaluate decision '${id}', but no decision found for id '${id}'`,
    wanted,
    thing: 'decision',
    intended: 'decision to evaluate',
    remedy: 'To resolve this incident, deploy a decision with the given id and version tag.',
  })
}

/** The form that a user task means. */
export function linkedForm(execution: Execution, id: string, binding: Binding): Rows['form'] {
  return bound(execution, 'form', id, binding, 'FORM_NOT_FOUND', {
    latest: `Expected to find a form with id '${id}', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id`,
    wanted: `Expected to use a form with id '${id}'`,
    thing: 'form',
    intended: 'form to use',
    remedy: 'To resolve the incident, deploy a form with the given id and version tag.\n',
  })
}

/** How it is told that nothing was found. */
interface Wording {
  latest: string
  wanted: string
  thing: string
  intended: string
  remedy: string
}

function bound<K extends Linkable>(
  { state, world: { store } }: Execution,
  kind: K,
  id: string,
  binding: Binding,
  errorType: ErrorType,
  words: Wording,
): Rows[K] {
  if (binding.type === 'latest') return latest(store, kind, id) ?? fail(errorType, words.latest)
  if (binding.type === 'versionTag') {
    const { versionTag } = binding
    const message = `${words.wanted} and version tag '${versionTag}', but no such ${words.thing} found. ${words.remedy}`
    return store.latestTagged(kind, id, versionTag) ?? fail(errorType, message)
  }
  const { processDefinitionKey } = state
  const { deploymentKey } = store.find('process', { processDefinitionKey })!
  const message = `${words.wanted} with binding type 'deployment', but no such ${words.thing} found in the deployment with key ${deploymentKey} which contained the current process. To resolve this incident, migrate the process instance to a process definition that is deployed together with the intended ${words.intended}.`
  return store.deployedWith(kind, id, deploymentKey) ?? fail(errorType, message)
}

function latest<K extends Linkable>(store: EngineStore, kind: K, id: string): Rows[K] | undefined {
  const find = { process: store.latestProcess, decision: store.latestDecision, form: store.latestForm }
  return find[kind](id) as Rows[K] | undefined
}

function fail(errorType: ErrorType, message: string): never {
  throw new Failure(errorType, message)
}
