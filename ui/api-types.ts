/** What the server answers, as pages and components read it; `api.ts` holds it against the server's own types. */
export type { Json } from '../server/forms/index.ts'
export type * from './answers/envelope.ts'
export type * from './answers/instances.ts'
export type * from './answers/limits.ts'
export type * from './answers/people.ts'
export type * from './answers/procedures.ts'
export type * from './answers/registers.ts'
export type * from './answers/tasks.ts'
