/** What records and commands are made of. */

/** 64-bit key as a decimal string: (partition << 51) + counter. */
export type Key = string
/** Milliseconds since 1970-01-01T00:00:00Z on the engine's clock. */
export type Instant = number
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Variables = Record<string, Json>
