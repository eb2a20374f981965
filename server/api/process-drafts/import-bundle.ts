import {
  BpmnSyntaxError,
  convertDiagram,
  type Dialect,
  dialectOf,
  type ForeignFinding,
  foreignWords,
  parseBpmn,
} from '../../bpmn/index.ts'
import { readZipFiles, ZipRefused } from '../../documents/docx/read-zip.ts'
import { readingSentence } from '../../lint/reading-words.ts'
import { fill, type Language } from '../language.ts'
import { Problem } from '../problem.ts'
import { type BundleFile, diagramOf, FILE_NAME, MOST_FILES } from './bundle-files.ts'

/** One thing that an import found, as the report tells it. */
export interface ImportFinding {
  file: string
  elementId: string
  outcome: 'converted' | 'offered' | 'manual' | 'refused'
  message: string
}

/** What was brought, read: the files a draft could begin with, and what is to be said of them. */
export interface ReadImport {
  dialect: Dialect
  /** Undefined when no draft can be made of it as it is. */
  files: BundleFile[] | undefined
  findings: ImportFinding[]
}

const LIMITS = { files: MOST_FILES, bytes: 16 * 1024 * 1024, ratio: 200 }
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])

/** What is brought beside a bundle and left out of it, without a word on a real file. */
const NOISE = /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db)/

/** The files of what was sent: archives are unpacked, folders dropped. @throws Problem 422 for an archive that is not taken, or text that is no UTF-8 */
export function unpackedFiles(
  sent: readonly { name: string; content: Buffer }[],
  language: Language,
): { files: BundleFile[]; findings: ImportFinding[] } {
  const findings: ImportFinding[] = []
  const files = sent.flatMap(file =>
    file.content.subarray(0, 4).equals(ZIP) ? unzipped(file.content, language) : file,
  )
  const taken = files.flatMap(({ name: path, content }) => {
    const name = path.split('/').at(-1) ?? path
    if (NOISE.test(path)) return []
    if (FILE_NAME.test(name)) return { name, content: textIn(path, content) }
    findings.push({ file: path, elementId: '', outcome: 'refused', message: NOT_TAKEN[language] })
    return []
  })
  return { files: taken, findings }
}

const NOT_TAKEN = {
  zh: '不是流程文件（.bpmn、.form、.dmn、.scenario.json、parameters.json），没有导入',
  en: 'no file of a procedure (.bpmn, .form, .dmn, .scenario.json, parameters.json); left out',
}

function unzipped(archive: Buffer, language: Language): { name: string; content: Buffer }[] {
  try {
    return readZipFiles(archive, LIMITS)
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    throw new Problem('process-draft.archive', { reason: error.told[language] })
  }
}

/** Half-read names and conditions would be worse than none. @throws Problem 422 */
function textIn(name: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw new Problem('process-draft.not-utf8', { name })
  }
}

/**
 * Looks at the diagram of what was brought. Our own dialect is taken as it is, byte for byte; a foreign one is converted
 * where that is wished, else what would be is offered.
 */
export async function readImport(
  files: readonly BundleFile[],
  { convert, language }: { convert: boolean; language: Language },
): Promise<ReadImport> {
  const diagram = diagramOf(files)
  if (!diagram) throw new Problem('process-draft.one-diagram', { count: 0 })
  const dialect = dialectOf(diagram.content)
  const refused = (messages: readonly string[]): ReadImport => ({
    dialect,
    files: undefined,
    findings: messages.map(message => ({ file: diagram.name, elementId: '', outcome: 'refused', message })),
  })
  if (dialect === 'unknown') return refused([NO_BPMN[language]])
  try {
    await parseBpmn(diagram.content)
  } catch (error) {
    if (!(error instanceof BpmnSyntaxError)) throw error
    return refused(language === 'zh' ? error.problems.map(readingSentence) : error.problems)
  }
  if (dialect === 'zeebe') return { dialect, files: [...files], findings: [] }
  const made = await convertDiagram(diagram.content)
  const findings = made.findings.map(finding => told(finding, diagram.name, { convert, language }))
  const replaced = files.map(file => (file === diagram ? { ...file, content: made.xml } : file))
  return { dialect, files: convert ? replaced : undefined, findings }
}

const NO_BPMN = { zh: '不是 BPMN 2.0 流程图', en: 'no diagram of BPMN 2.0' }

function told(
  { elementId, isConverted, id, params }: ForeignFinding,
  file: string,
  { convert, language }: { convert: boolean; language: Language },
): ImportFinding {
  const done = convert ? 'converted' : 'offered'
  const message = fill(foreignWords[id][language], params, language)
  return { file, elementId, outcome: isConverted ? done : 'manual', message }
}
