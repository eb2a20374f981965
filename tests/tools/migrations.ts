import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'db/migrations'

/**
 * A table with a primary key of several columns is clustered by it: one tree instead of two, so one page less in every
 * commit. drizzle-kit cannot say WITHOUT ROWID, so the generated text gets it here.
 */
function cluster(sql: string): string {
  return sql.replace(/CREATE TABLE `\w+` \([^;]*?\n\);/g, statement =>
    statement.includes('\tPRIMARY KEY(') ? statement.replace(/\n\);$/, '\n) WITHOUT ROWID;') : statement,
  )
}

const generated = spawnSync(
  join('node_modules', '.bin', 'drizzle-kit'),
  ['generate', '--config', 'db/drizzle.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const name of readdirSync(FOLDER).filter(file => file.endsWith('.sql'))) {
  const path = join(FOLDER, name)
  const before = readFileSync(path, 'utf8')
  const after = cluster(before)
  if (after !== before) writeFileSync(path, after)
}
process.exit(generated.status ?? 1)
