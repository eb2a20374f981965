import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { BpmnSyntaxError, parseBpmn, processesOf } from '../bpmn/index.ts'
import { ConfigError } from '../config.ts'
import { resolveSharedParts, type SharedParts } from '../forms/shared-parts.ts'
import { type Bundle, lint, type Problem, type Resource } from '../lint/index.ts'
import { knownWords } from '../procedures/known-words.ts'
import { readSharedParts } from '../procedures/read-shared-parts.ts'

export interface LintCommand {
  /** A folder of procedures, or the folder of one. */
  path: string
  /** The instant whose law holds. */
  at: number
  print(line: string): void
}

/**
 * `npm start -- lint <folder>`: says what is wrong with procedures before they are published.
 * @returns the exit code: 1 if there is an error, else 0.
 */
export async function runLint({ path, at, print }: LintCommand): Promise<0 | 1> {
  const { chosen, all } = bundlesIn(resolve(path))
  const known = knownWords(at, (await Promise.all(all.map(processesIn))).flat())
  let errors = 0
  for (const bundle of chosen) {
    const problems = await lint(bundle, known)
    errors += problems.filter(({ severity }) => severity === 'error').length
    for (const problem of problems) print(`${bundle.folder}/${describe(problem)}`)
  }
  print(`${counted(chosen.length, 'procedure')}: ${errors === 0 ? 'no errors' : counted(errors, 'error')}`)
  return errors === 0 ? 0 : 1
}

/** The folders in it, or itself when it holds a diagram; beside it lies what it may call. */
function bundlesIn(path: string): { chosen: Bundle[]; all: Bundle[] } {
  if (!existsSync(path)) throw new ConfigError(`lint: expected a folder of procedures, found nothing at '${path}'`)
  const inside = readFolders(path)
  if (inside.length > 0) return { chosen: inside, all: inside }
  const beside = readFolders(dirname(path))
  const chosen = beside.filter(({ folder }) => folder === basename(path))
  if (chosen.length === 0) throw new ConfigError(`lint: expected a folder with a diagram, found none in '${path}'`)
  return { chosen, all: beside }
}

/** Every folder that holds a diagram. What cannot be read is for the linter to tell. */
function readFolders(path: string): Bundle[] {
  const parts = readSharedParts(path)
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => ({ folder: name, resources: readFiles(join(path, name), parts) }))
    .filter(({ resources }) => resources.some(({ name }) => name.endsWith('.bpmn')))
    .sort((a, b) => a.folder.localeCompare(b.folder))
}

function readFiles(path: string, parts: SharedParts): Resource[] {
  return readdirSync(path)
    .filter(name => /\.(bpmn|dmn|form)$/.test(name))
    .sort()
    .map(name => ({ name, content: wholeForm(name, readFileSync(join(path, name), 'utf8'), parts) }))
}

/** A form with its shared parts; as it is written when they cannot be put in. */
function wholeForm(name: string, content: string, parts: SharedParts): string {
  if (!name.endsWith('.form')) return content
  try {
    return JSON.stringify(resolveSharedParts(JSON.parse(content), parts))
  } catch {
    return content
  }
}

async function processesIn({ resources }: Bundle): Promise<string[]> {
  const diagrams = resources.filter(({ name }) => name.endsWith('.bpmn'))
  const ids = await Promise.all(diagrams.map(({ content }) => processIdsOf(content)))
  return ids.flat()
}

async function processIdsOf(diagram: string): Promise<string[]> {
  try {
    return processesOf(await parseBpmn(diagram)).flatMap(({ id }) => id ?? [])
  } catch (error) {
    if (error instanceof BpmnSyntaxError) return []
    throw error
  }
}

function describe({ file, elementId, severity, rule, message, law, way }: Problem): string {
  const more = [law && `（${law}）`, way && way.length > 1 && `\n    ${way.join(' → ')}`].filter(Boolean).join('')
  return `${file}  ${elementId}  ${severity}  ${rule}\n    ${message.zh}${more}\n    ${message.en}`
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
