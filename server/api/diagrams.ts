import {
  type FlowNode,
  type ProcessGraph,
  type ProcessWords,
  parseBpmn,
  processesOf,
  readProcessGraph,
  readProcessVocabulary,
  type UserTaskWords,
} from '../bpmn/index.ts'
import type { Key } from '../engine/index.ts'
import type { Form } from '../forms/index.ts'
import { parseForm } from '../forms/parse-form.ts'

/** One deployed process, read. */
export interface Diagram {
  xml: string
  graph: ProcessGraph
  words: ProcessWords
  nodeOf(elementId: string): FlowNode | undefined
  /** Name of an element as people read it; its id when it has none. */
  nameOf(elementId: string): string
  taskWords(elementId: string): UserTaskWords | undefined
}

/** Where the deployed resources lie. */
export interface Resources {
  /** The XML of a version, and which of its processes it is. */
  findProcess(processDefinitionKey: Key): { bpmnProcessId: string; content: string } | undefined
  findForm(formKey: Key): string | undefined
  findLatestForm(formId: string): string | undefined
}

/** Deployed diagrams and forms, read once each. */
export interface Diagrams {
  /** Whether there is a diagram of the key still: a deleted definition has none. */
  has(processDefinitionKey: Key): boolean
  /** @throws Error if nothing of that key was ever deployed: keys come from our own tables. */
  get(processDefinitionKey: Key): Promise<Diagram>
  form(formKey: Key): Form | undefined
  /** The start form of a procedure: form id `<process-id>.start`, latest version. */
  startForm(bpmnProcessId: string): Form | undefined
}

/** A version never changes, so what was read is kept; an office has hundreds of versions, not more. */
export function openDiagrams(resources: Resources): Diagrams {
  const diagrams = new Map<Key, Promise<Diagram>>()
  const forms = new Map<string, Form>()

  function read(content: string | undefined): Form | undefined {
    if (content === undefined) return undefined
    const known = forms.get(content)
    if (known) return known
    const parsed = parseForm(JSON.parse(content))
    if (!parsed.ok) throw new Error(`A deployed form cannot be read: ${JSON.stringify(parsed.problems)}`)
    forms.set(content, parsed.form)
    return parsed.form
  }

  return {
    has: processDefinitionKey => diagrams.has(processDefinitionKey) || !!resources.findProcess(processDefinitionKey),
    get(processDefinitionKey) {
      const known = diagrams.get(processDefinitionKey)
      if (known) return known
      const resource = resources.findProcess(processDefinitionKey)
      if (!resource) throw new Error(`Expected the resource of process definition ${processDefinitionKey}, found none`)
      const diagram = readDiagram(resource.content, resource.bpmnProcessId)
      diagrams.set(processDefinitionKey, diagram)
      return diagram
    },
    form: formKey => read(resources.findForm(formKey)),
    startForm: bpmnProcessId => read(resources.findLatestForm(`${bpmnProcessId}.start`)),
  }
}

async function readDiagram(xml: string, bpmnProcessId: string): Promise<Diagram> {
  const definitions = await parseBpmn(xml)
  const process = processesOf(definitions).find(({ id }) => id === bpmnProcessId)
  const words = readProcessVocabulary(definitions).processes.find(({ id }) => id === bpmnProcessId)
  if (!process || !words) throw new Error(`Expected process '${bpmnProcessId}' in its own resource`)
  const graph = readProcessGraph(process)
  const nodeOf = (elementId: string) => graph.nodes.get(elementId)
  return {
    xml,
    graph,
    words,
    nodeOf,
    nameOf: elementId => nodeOf(elementId)?.name ?? (elementId === graph.id ? graph.name : undefined) ?? elementId,
    taskWords: elementId => words.userTasks.find(({ id }) => id === elementId),
  }
}
