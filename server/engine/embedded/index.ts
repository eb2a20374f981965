/** The embedded engine's public face: the engine, what a store must know, and how its tables are rebuilt. */
export { createEmbeddedEngine, type EmbeddedEngineOptions } from './embedded-engine.ts'
export { type EntrySegments, replay } from './replay.ts'
export { type Due, type EngineStore, type Linkable, ROW_IDS, type RowId, type RowKind, type Rows } from './store.ts'
