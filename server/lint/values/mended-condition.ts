import type { Json } from '../../engine/protocol/records.ts'
import { isNear } from '../near.ts'
import type { Fix } from '../rule.ts'

/** A condition with a value that nobody can choose, put right where one that somebody can is near to it. */
export function mendedValue(
  elementId: string,
  condition: string,
  known: readonly Json[],
): Pick<{ fix: Fix }, 'fix'> | undefined {
  const texts = known.filter(value => typeof value === 'string')
  for (const [literal, found = ''] of condition.matchAll(/"([^"]*)"/g)) {
    const meant = texts.includes(found) ? undefined : texts.find(text => isNear(found, text))
    if (meant !== undefined) return setting(elementId, condition, literal, `"${meant}"`)
  }
  return undefined
}

/** A condition with a name that nobody writes, put right where one that somebody writes is near to it. */
export function mendedName(
  elementId: string,
  condition: string,
  found: string,
  known: Iterable<string>,
): Pick<{ fix: Fix }, 'fix'> | undefined {
  const meant = [...known].find(name => isNear(found, name))
  return meant === undefined ? undefined : setting(elementId, condition, new RegExp(`\\b${found}\\b`, 'g'), meant)
}

const setting = (elementId: string, condition: string, found: string | RegExp, put: string) => ({
  fix: { kind: 'set-condition' as const, elementId, expression: condition.replace(found, put) },
})
