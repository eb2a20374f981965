import type { Json } from '../protocol/records.ts'

/** Levels of the deepest document; whatever walks through one later may call itself once a level. */
const DEEPEST = 500

/** What cannot be taken in although it is JSON, or nothing. Variables of that name would not be variables but what every object is made of. */
export function documentProblem(document: Json): string | undefined {
  let level: Json[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `Expected at most ${DEEPEST} levels of nesting`
    const objects = level.filter(
      (value): value is Json[] | Record<string, Json> => typeof value === 'object' && !!value,
    )
    if (objects.some(value => Object.hasOwn(value, '__proto__'))) return "Expected no member named '__proto__'"
    level = objects.flatMap(value => Object.values(value))
  }
  return undefined
}
