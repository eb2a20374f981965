import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { ConfigError } from '../config.ts'
import { lint, type Problem } from '../lint/index.ts'
import { knownWords } from '../procedures/known-words.ts'
import { type Bundle, readBundles } from '../procedures/read-bundles.ts'

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
  const { chosen, all } = await bundlesIn(resolve(path))
  const known = knownWords(at, all.flatMap(processesIn))
  let errors = 0
  for (const { folder, resources } of chosen) {
    const problems = await lint({ folder, resources }, known)
    errors += problems.filter(({ severity }) => severity === 'error').length
    for (const problem of problems) print(`${folder}/${describe(problem)}`)
  }
  print(`${chosen.length} procedures: ${errors === 0 ? 'no errors' : `${errors} errors`}`)
  return errors === 0 ? 0 : 1
}

/** The folders in it, or itself when it holds a diagram; beside it lies what it may call. */
async function bundlesIn(path: string): Promise<{ chosen: Bundle[]; all: Bundle[] }> {
  if (!existsSync(path)) throw new ConfigError(`lint: expected a folder of procedures, found nothing at '${path}'`)
  const inside = await readBundles(path)
  if (inside.length > 0) return { chosen: inside, all: inside }
  const beside = await readBundles(dirname(path))
  const chosen = beside.filter(({ folder }) => folder === basename(path))
  if (chosen.length === 0) throw new ConfigError(`lint: expected a folder with a diagram, found none in '${path}'`)
  return { chosen, all: beside }
}

const processesIn = ({ contents }: Bundle) =>
  contents.flatMap(({ resourceId }) => (resourceId.startsWith('process:') ? [resourceId.slice('process:'.length)] : []))

function describe({ file, elementId, severity, rule, message, law, way }: Problem): string {
  const more = [law && `（${law}）`, way && way.length > 1 && `\n    ${way.join(' → ')}`].filter(Boolean).join('')
  return `${file}  ${elementId}  ${severity}  ${rule}\n    ${message.zh}${more}\n    ${message.en}`
}
