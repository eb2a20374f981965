import type { Change } from '../../../server/prose/index.ts'

/** What two changed in the same place: each says what it did there. */
export interface Conflict {
  own: readonly Change[]
  release: readonly Change[]
}

/** What an office and a release made of the same version. */
export interface ThreeSides {
  /** Both changed it, and not alike: somebody has to decide. */
  conflicts: readonly Conflict[]
  /** Only the release. */
  release: readonly Change[]
  /** Only the office: what is to stay has to be done in the draft again. */
  own: readonly Change[]
  /** The office's, and in the draft as well. */
  merged: readonly Change[]
}

/**
 * Sorts what changed by who changed it. How something is drawn is nobody's conflict and is left out.
 * @param own from the product's earlier version to the office's
 * @param release from the same to the draft, as it stands now
 */
export function threeSides(own: readonly Change[], release: readonly Change[]): ThreeSides {
  const ours = own.filter(({ topic }) => topic !== 'drawing')
  const theirs = release.filter(({ topic }) => topic !== 'drawing')
  const isAlike = (change: Change) => (other: Change) => other.file === change.file && other.zh === change.zh
  const merged = ours.filter(change => theirs.some(isAlike(change)))
  const [onlyOurs, onlyTheirs] = [ours, theirs].map(changes =>
    changes.filter(change => !merged.some(isAlike(change))),
  ) as [Change[], Change[]]
  const conflicts: { own: Change[]; release: Change[] }[] = []
  for (const change of onlyOurs) {
    const met = onlyTheirs.filter(other => isSamePlace(change, other))
    if (met.length === 0) continue
    const known = conflicts.find(({ release }) => release.some(other => met.includes(other)))
    if (known) Object.assign(known, { own: [...known.own, change], release: [...new Set([...known.release, ...met])] })
    else conflicts.push({ own: [change], release: met })
  }
  const isIn = (side: keyof Conflict) => (change: Change) => conflicts.some(conflict => conflict[side].includes(change))
  return {
    conflicts,
    release: onlyTheirs.filter(change => !isIn('release')(change)),
    own: onlyOurs.filter(change => !isIn('own')(change)),
    merged,
  }
}

/** One element of the diagram, or, where none is named, one file; whole files meet everything in them. */
function isSamePlace(one: Change, other: Change): boolean {
  if (one.file !== other.file) return false
  if (one.elementIds.length === 0 || other.elementIds.length === 0)
    return one.elementIds.length === other.elementIds.length
  return one.elementIds.some(id => other.elementIds.includes(id))
}
