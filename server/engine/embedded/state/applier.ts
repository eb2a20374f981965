import type { EngineRecord, RecordTypes, ValueType } from '../../protocol/records.ts'
import type { Draft } from './draft.ts'

/** What one record means for the state of its instance. Total and deterministic: nothing is decided here, so replay cannot go another way. */
export type Applier<V extends ValueType> = (draft: Draft, record: EngineRecord<V>, seq: number) => void

/** One line per intent; an intent without a line leaves the state as it is. */
export type Appliers<V extends ValueType> = { [I in RecordTypes[V][0]]?: Applier<V> }
