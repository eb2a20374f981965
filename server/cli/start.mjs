// Builds what is missing or older than its sources, then runs the built program with the arguments given.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const built = [join(root, 'dist/server/main.js'), join(root, 'dist/ui/index.html')]
const sources = ['server', 'db', 'ui', 'package-lock.json']

function newestIn(path) {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0)
}

function isBuilt() {
  if (!built.every(file => existsSync(file))) return false
  // An installed package holds no sources to be newer.
  const present = sources.map(name => join(root, name)).filter(path => existsSync(path))
  const newest = Math.max(...present.map(newestIn))
  return built.every(file => statSync(file).mtimeMs >= newest)
}

if (!isBuilt()) {
  process.stdout.write('Building dist/ …\n')
  const { build } = await import('./build.mjs')
  await build()
}
const { run } = await import('../../dist/server/main.js')
await run(process.argv.slice(2))
