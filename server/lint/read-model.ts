import {
  BpmnSyntaxError,
  type ModdleElement,
  parseBpmn,
  processesOf,
  readProcessGraph,
  readProcessVocabulary,
} from '../bpmn/index.ts'
import { type DecisionModel, InvalidDecisions, parseDecisions } from '../dmn/index.ts'
import { parseForm } from '../forms/parse-form.ts'
import { describeProblem } from '../forms/problem-words.ts'
import { readDrawing } from './drawing/read-drawing.ts'
import type { BundledForm, Known, ProcedureModel, Resource } from './model.ts'
import { PARAMETERS_FILE, proposedLimits, withProposals } from './proposed-limits.ts'
import { readingSentence } from './reading-words.ts'
import type { Finding } from './rule.ts'

/** What lies in one folder, or is uploaded together. */
export interface Bundle {
  /** Name of the folder; absent when it is uploaded. */
  folder?: string
  resources: readonly Resource[]
}

const NOTHING: ModdleElement = { $type: 'bpmn:Process' }

/** Reads a bundle into what the rules judge: one model for each executable process, or one that tells what cannot be read. */
export async function readModels({ folder, resources }: Bundle, known: Known): Promise<ProcedureModel[]> {
  const ofKind = (kind: string) => resources.filter(({ name }) => name.endsWith(kind))
  const forms = ofKind('.form').map(readForm)
  const tables = await Promise.all(ofKind('.dmn').map(readTable))
  const proposals = proposedLimits(resources)
  const faults = [
    ...[...forms, ...tables].flatMap(({ findings }) => findings),
    ...(proposals ? [] : [fault(PARAMETERS_FILE, '', 'expected {"limits": [{"key": …}]}')]),
  ]
  const parts = {
    ...(folder !== undefined && { folder }),
    forms: new Map(forms.flatMap(({ read }) => (read ? [[read.form.id, read] as const] : []))),
    decisions: tables.flatMap(({ read }) => (read ? [read] : [])),
    tableTexts: ofKind('.dmn').map(({ content }) => content),
    ...{ known: withProposals(known, proposals ?? []), office: known, proposals: proposals ?? [] },
  }
  const models = await Promise.all(ofKind('.bpmn').map(diagram => readDiagram(diagram, parts, faults)))
  return models.flat()
}

type Parts = Pick<ProcedureModel, 'folder' | 'forms' | 'decisions' | 'tableTexts' | 'known' | 'office' | 'proposals'>

async function readDiagram({ name, content }: Resource, parts: Parts, faults: Finding[]): Promise<ProcedureModel[]> {
  try {
    const definitions = await parseBpmn(content)
    const vocabulary = readProcessVocabulary(definitions)
    const processes = processesOf(definitions)
    const models = (processes.length > 0 ? processes : [NOTHING]).map(process => ({
      ...modelOf(name, parts, definitions, process),
      wordProblems: vocabulary.problems,
      words: vocabulary.processes.find(({ id }) => id === process.id) ?? NO_WORDS,
      faults,
    }))
    const executable = models.filter(({ graph }) => graph.isExecutable)
    return executable.length > 0 ? executable : models.slice(0, 1)
  } catch (error) {
    if (!(error instanceof BpmnSyntaxError)) throw error
    const told = error.problems.map(problem => fault(name, '', problem))
    return [{ ...modelOf(name, parts, NOTHING, NOTHING), faults: [...told, ...faults] }]
  }
}

const NO_WORDS = { id: '', isExecutable: false, properties: { startRoles: [], requests: [] }, userTasks: [] }

function modelOf(file: string, parts: Parts, definitions: ModdleElement, process: ModdleElement): ProcedureModel {
  const graph = readProcessGraph(process)
  return {
    ...{ ...parts, file, definitions, graph, nodes: [...graph.nodes.values()], drawing: readDrawing(definitions) },
    ...{ words: NO_WORDS, wordProblems: [], faults: [] },
  }
}

function readForm({ name, content }: Resource): { read?: BundledForm; findings: Finding[] } {
  const json = jsonOf(content)
  if (json === undefined) return { findings: [fault(name, '', 'not JSON')] }
  const parsed = parseForm(json)
  if (parsed.ok) return { read: { file: name, form: parsed.form }, findings: [] }
  return {
    findings: parsed.problems.map(problem => ({
      elementId: problem.componentId,
      file: name,
      message: {
        zh: `表单 ${name}：${describeProblem(problem, 'zh')}`,
        en: `Form ${name}: ${describeProblem(problem, 'en')}`,
      },
    })),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readTable({ name, content }: Resource): Promise<{ read?: DecisionModel; findings: Finding[] }> {
  try {
    return { read: await parseDecisions(content), findings: [] }
  } catch (error) {
    if (!(error instanceof InvalidDecisions)) throw error
    return { findings: error.problems.map(({ elementId, message }) => fault(name, elementId, message)) }
  }
}

const fault = (file: string, elementId: string, found: string): Finding => ({
  elementId,
  file,
  message: { zh: `${file} 无法读取：${readingSentence(found)}`, en: `${file} cannot be read: ${found}` },
})
