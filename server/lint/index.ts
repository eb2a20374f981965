/** The only door into the room of rules: what a bundle must satisfy before it may be published. Pure, for server and browser. */
export { type KnownData, type KnownLaw, knownFrom } from './known-data.ts'
export { lint } from './lint.ts'
export { messageCatalogue } from './message-catalogue.ts'
export type { Known, Resource } from './model.ts'
export type { Bundle } from './read-model.ts'
export type { Roster, RosterPerson } from './roster.ts'
export type { Fix, Problem, Rule, Severity } from './rule.ts'
export { rules } from './rules.ts'
