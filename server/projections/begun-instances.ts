import type { Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

const NONE: readonly Key[] = []

/** The instances that an entry began and no other instance called, in order. */
export function begunInstances({ segments = [] }: Entry): readonly Key[] {
  let begun: Key[] | undefined
  for (const { processInstanceKey, records } of segments) {
    const first = records.find(({ key, valueType }) => key === processInstanceKey && valueType === 'PROCESS_INSTANCE')
    if (first?.valueType !== 'PROCESS_INSTANCE' || first.intent !== 'ELEMENT_ACTIVATING') continue
    if (first.value.parentProcessInstanceKey !== undefined) continue
    begun ??= []
    begun.push(first.key)
  }
  return begun ?? NONE
}
