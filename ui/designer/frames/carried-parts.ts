import type { BundleFile } from '../../api-types.ts'
import { formsIn, type Part, tablesIn } from './bundle-parts.ts'

const partsIn = (files: readonly BundleFile[]): Part[] => [...formsIn(files), ...tablesIn(files)]

/** The forms and tables that these elements of a draft use. */
export const filesOf = (files: readonly BundleFile[], elementIds: readonly string[]): BundleFile[] =>
  partsIn(files)
    .filter(({ uses }) => uses.some(({ elementId }) => elementIds.includes(elementId)))
    .map(({ name, content }) => ({ name, content }))

/** Of files that come from another draft those whose form or decision this one has not; each under a name that is free here. */
export function missingIn(files: readonly BundleFile[], brought: readonly BundleFile[]): BundleFile[] {
  const here = new Set(partsIn(files).flatMap(({ ids }) => ids))
  const taken = new Set(files.map(({ name }) => name))
  return partsIn(brought).flatMap(({ name, content, ids }) => {
    if (ids.some(id => here.has(id))) return []
    const free = freeName(name, taken)
    taken.add(free)
    return [{ name: free, content }]
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, base = name, ending = ''] = /^(.*)(\.\w+)$/.exec(name) ?? []
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}${ending}`
  return name
}
