import type { Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

const NONE: readonly Key[] = []

/** Ended instances that an operator removed with this entry: lists forget them, the journal does not. */
export function deletedInstances({ segments = [] }: Entry): readonly Key[] {
  let deleted: Key[] | undefined
  // Asked of every entry, and almost never so.
  for (const { records } of segments)
    for (const { valueType, key } of records)
      if (valueType === 'PROCESS_INSTANCE_DELETION') {
        deleted ??= []
        deleted.push(key)
      }
  return deleted ?? NONE
}
