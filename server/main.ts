import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseIn, readings } from './app.ts'
import { tellClientToken } from './cli/client-token.ts'
import { helpText } from './cli/help.ts'
import { runLint } from './cli/lint.ts'
import { type ProductFolders, serve } from './cli/serve.ts'
import { runVerify } from './cli/verify.ts'
import { type Config, ConfigError, readConfig } from './config.ts'

/** What the program does with the arguments it was called with. */
export async function run(args: readonly string[]): Promise<void> {
  const [command, folder] = args
  try {
    if (command === undefined) await serve(readConfig(), productFolders())
    else if (command === '--empty') await serve(emptyOffice(readConfig()), productFolders())
    else if (command === 'verify') process.exitCode = verifyOffice()
    else if (command === 'client-token') process.stdout.write(tellClientToken())
    else if (command === 'lint') process.exitCode = await lintProcedures(folder)
    else if (command === '--help') process.stdout.write(helpText())
    else
      throw new ConfigError(
        `Expected no argument, '--empty', 'verify', 'lint', 'client-token' or '--help', found '${command}'`,
      )
  } catch (error) {
    // What the operator can mend is said in a sentence; anything else keeps its stack.
    const isTold = error instanceof Error && TOLD.has(error.name)
    process.stderr.write(`${isTold ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
}

const TOLD = new Set(['ConfigError', 'SchemaTooNew', 'DataFolderInUse'])

function emptyOffice(config: Config): Config {
  if (config.DEMO === 'yes')
    throw new ConfigError("DEMO: found 'yes' together with --empty, which starts without a demonstration")
  return { ...config, DEMO: 'no' }
}

function verifyOffice(): 0 | 1 {
  const path = databaseIn(readConfig().DATA_DIR)
  if (!existsSync(path)) throw new ConfigError(`DATA_DIR: expected a database at '${path}', found none`)
  const { migrationsFolder } = productFolders()
  return runVerify({ path, readings, migrationsFolder, print: line => process.stdout.write(`${line}\n`) })
}

function lintProcedures(path = productFolders().workflowsFolder): Promise<0 | 1> {
  return runLint({ path, at: Date.now(), print: line => process.stdout.write(`${line}\n`) })
}

/** In the bundle the migrations lie beside the program, in the sources where they were generated. */
function productFolders(): ProductFolders {
  const here = dirname(fileURLToPath(import.meta.url))
  const isBundle = here.endsWith(join('dist', 'server'))
  const root = join(here, isBundle ? '../..' : '..')
  return {
    migrationsFolder: isBundle ? join(here, 'migrations') : join(root, 'db/migrations'),
    uiFolder: join(root, 'dist/ui'),
    workflowsFolder: join(root, 'workflows'),
    protoFolder: isBundle ? join(here, 'proto') : join(root, 'server/engine/gateway/grpc/proto'),
  }
}

// Called by `server/cli/start.mjs` with its arguments; run as a program in development.
if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv.slice(2))
