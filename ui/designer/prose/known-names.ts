import type { Names } from '../../../server/prose/index.ts'
import { knownBeside } from '../../api-lint.ts'

let asked: Promise<Names> | undefined

/** What people call roles, limits and procedures of this office; asked once, again after it failed. */
export function knownNames(): Promise<Names> {
  asked ??= askForNames().catch((error: unknown) => {
    asked = undefined
    throw error
  })
  return asked
}

async function askForNames(): Promise<Names> {
  const { limits, names } = await knownBeside()
  const byKey = new Map(limits.map(limit => [limit.key, limit]))
  return {
    role: id => names?.roles[id],
    limit: key => byKey.get(key),
    process: id => names?.processes[id],
    roleIds: Object.keys(names?.roles ?? {}),
  }
}
