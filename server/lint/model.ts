import type { FlowNode, ModdleElement, ProcessGraph, ProcessWords, VocabularyProblem } from '../bpmn/index.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { DecisionModel } from '../dmn/index.ts'
import type { Form } from '../forms/schema.ts'
import type { Drawing } from './drawing/read-drawing.ts'
import type { ProposedLimit } from './proposed-limits.ts'
import type { Roster } from './roster.ts'
import type { Finding } from './rule.ts'

/** A file of a bundle as it is deployed. */
export interface Resource {
  name: string
  content: string
}

/** What the house knows beside the bundle: given, so that browser and server judge alike. */
export interface Known {
  /** Ids of the catalogue of roles. */
  roles: ReadonlySet<string>
  limits: readonly LimitParameter[]
  /** Why a citation does not resolve today. */
  citationFault(reference: string): 'unknown' | 'not-in-force' | undefined
  /** Job types that somebody works. */
  jobTypes: ReadonlySet<string>
  /** Processes a call activity may call. */
  processIds: ReadonlySet<string>
  /** Names of the catalogue of messages and signals. */
  messages: ReadonlySet<string>
  /** Who works here today; absent where nobody knows. */
  roster?: Roster
}

/** A form of the bundle with the file it lies in. */
export interface BundledForm {
  file: string
  form: Form
}

/** A bundle as the rules see it: one process, with what is drawn, filled in and decided for it. */
export interface ProcedureModel {
  /** The diagram's file. */
  file: string
  /** The folder it lies in; absent when it is uploaded. */
  folder?: string
  definitions: ModdleElement
  graph: ProcessGraph
  /** The nodes of the graph in the order of the file. */
  nodes: readonly FlowNode[]
  words: ProcessWords
  wordProblems: readonly VocabularyProblem[]
  drawing: Drawing
  /** By their ids. */
  forms: ReadonlyMap<string, BundledForm>
  decisions: readonly DecisionModel[]
  /** The tables as they are written, for who only asks whether a name occurs. */
  tableTexts: readonly string[]
  /** What the house will know with the limits the draft proposes. */
  known: Known
  /** What it knows today. */
  office: Known
  /** Amounts of limits that the draft would change. */
  proposals: readonly ProposedLimit[]
  /** What could not be read; then no other rule is asked. */
  faults: readonly Finding[]
}
