import type { EngineRecord, Key } from '../../engine/index.ts'
import type { Segment } from '../../engine/protocol/records.ts'
import type { Place } from './place.ts'

/** Which instances belong to a case: itself and what it called, each with what its places begin with. */
export class CalledScopes {
  private readonly scopes = new Map<Key, string>()
  /** Call activities that are or were at work, by the key of their element instance. */
  private readonly calls = new Map<Key, Place>()
  private readonly counts = new Map<Place, number>()

  constructor(root: Key) {
    this.scopes.set(root, '')
  }

  /** What the places of an instance begin with; nothing for an instance of another case. */
  scopeOf(instance: Key): string | undefined {
    return this.scopes.get(instance)
  }

  /** Takes note of the calls in a segment, and of its instance if the case called it. */
  note({ processInstanceKey: instance, bpmnProcessId, records }: Segment): void {
    if (instance === undefined) return
    if (!this.scopes.has(instance)) this.noteCalled(instance, bpmnProcessId ?? '', records)
    const scope = this.scopes.get(instance)
    if (scope === undefined) return
    for (const { valueType, intent, key, value } of records)
      if (
        valueType === 'PROCESS_INSTANCE' &&
        intent === 'ELEMENT_ACTIVATING' &&
        value.bpmnElementType === 'CALL_ACTIVITY'
      )
        this.calls.set(key, `${scope}${value.elementId}`)
  }

  private noteCalled(instance: Key, processId: string, records: readonly EngineRecord[]): void {
    for (const { valueType, key, value } of records) {
      if (valueType !== 'PROCESS_INSTANCE' || key !== instance || value.parentElementInstanceKey === undefined) continue
      const call = this.calls.get(value.parentElementInstanceKey)
      if (call === undefined) return
      const nth = (this.counts.get(call) ?? 0) + 1
      this.counts.set(call, nth)
      this.scopes.set(instance, `${call}#${nth}:${processId}/`)
      return
    }
  }
}
