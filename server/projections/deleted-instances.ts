import type { Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

/** Ended instances that an operator removed with this entry: lists forget them, the journal does not. */
export function deletedInstances({ segments = [] }: Entry): Key[] {
  return segments
    .flatMap(({ records }) => records)
    .filter(({ valueType }) => valueType === 'PROCESS_INSTANCE_DELETION')
    .map(({ key }) => key)
}
