import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSharedPart, type SharedPart, type SharedParts } from '../forms/shared-parts.ts'

const ENDING = '.form'

/** The parts that forms of several procedures share: `shared/forms` of a folder `workflows/`. */
export function readSharedParts(workflows: string): SharedParts {
  const folder = join(workflows, 'shared', 'forms')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith(ENDING)) : []
  const parts = new Map(names.map(name => [name.slice(0, -ENDING.length), readPart(join(folder, name), name)]))
  return id => parts.get(id)
}

function readPart(path: string, name: string): SharedPart {
  return readSharedPart(name.slice(0, -ENDING.length), JSON.parse(readFileSync(path, 'utf8')) as unknown)
}
