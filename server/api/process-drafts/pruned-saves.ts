import { dayOf } from '../../deadlines/office-day.ts'
import type { StoredSave } from './draft-store.ts'

/** So many of the newest saves are kept, whatever they are. */
export const KEPT_SAVES = 100

/**
 * Which saves of a draft may go: of those older than the newest hundred only the last of each day stays, and the first
 * of all, which is what the draft was begun with.
 * @param saves newest first
 */
export function prunedSaves(saves: readonly StoredSave[]): StoredSave[] {
  const days = new Set<string>()
  return saves.filter(({ savedAt }, index) => {
    const day = dayOf(savedAt)
    const isLastOfDay = !days.has(day)
    days.add(day)
    return index >= KEPT_SAVES && !isLastOfDay && index < saves.length - 1
  })
}
