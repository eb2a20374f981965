/** Where a draft stands on its way into force. */
export type DraftState = 'draft' | 'submitted' | 'published'

/** Where a draft came from: begun here, brought in as files, or proposed by a new release of the program. */
export type DraftOrigin = 'office' | 'import' | 'release'

/** One file of a bundle: the diagram, a form, a table, a scenario, or `parameters.json`. */
export interface BundleFile {
  name: string
  content: string
}

/** A person by name. */
interface Named {
  id: string
  name: string
}

/** A draft without its files, as lists show it. Instants are ISO 8601. */
export interface DraftSummary {
  id: string
  processId: string
  name: string
  state: DraftState
  origin: DraftOrigin
  /** The published version it was begun from; null for a new procedure. */
  basedOn: { processDefinitionKey: string; version: number } | null
  /** A newer version was published since it was begun; null when none was. */
  newerVersion: number | null
  /** Grows with every save; who saves names the one he goes on from. */
  revision: number
  savedAt: string
  savedBy: Named
  /** Who holds the pen now; null when nobody does. */
  editor: (Named & { since: string }) | null
  /** The pen is mine. */
  isMine: boolean
  submittedBy: Named | null
  submittedAt: string | null
  returned: { by: Named; reason: string; at: string } | null
  published: { by: Named; at: string; version: number } | null
}

/** A draft with everything in it. */
export interface ProcessDraft extends DraftSummary {
  /** Of what a release proposes: the product's earlier version that the office's own grew out of. */
  shippedBase: { processDefinitionKey: string; version: number } | null
  files: BundleFile[]
}

/** One save of a draft. */
export interface DraftSave {
  revision: number
  savedAt: string
  savedBy: Named
  /** Names of the files that this save changed, brought or took away. */
  changed: string[]
  /** The save whose files were brought back by it. */
  restoredFrom: number | null
}

/** What an import was made of: a draft, or only what was found. */
export interface DraftImport {
  /** Null when nothing was made: the findings say why. */
  draft: ProcessDraft | null
  dialect: 'zeebe' | 'camunda-7' | 'plain-bpmn' | 'unknown'
  findings: ImportFinding[]
}

/** One thing of a foreign file: put into our words by itself, or left for people. */
export interface ImportFinding {
  file: string
  elementId: string
  /** `converted`: done; `offered`: would be, when asked to convert; `manual`: people have to; `refused`: cannot be read. */
  outcome: 'converted' | 'offered' | 'manual' | 'refused'
  message: string
}
