import { replay } from '../server/engine/embedded/index.ts'
import { createEngineStore, DERIVED_ENGINE_TABLES } from './engine-store.ts'
import type { Projection } from './projection.ts'

/**
 * The engine's tables read as what they are: derived from the journal. For `verify` and rebuilds only; in operation the
 * engine writes them itself.
 */
export const engineReading: Projection = {
  name: 'engine',
  tables: DERIVED_ENGINE_TABLES,
  open(db) {
    const store = createEngineStore(db)
    return ({ seq, segments = [] }) => replay(store, [{ seq, segments }])
  },
}
