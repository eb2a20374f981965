import { officeDate } from '../clock/office-date.ts'
import type { Json } from '../engine/index.ts'
import { roleName } from '../identity/roles.ts'
import { outcomeOf } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'
import { isPlayed, type Step, withValues } from './step.ts'
import type { Trial } from './trial.ts'
import { momentOf } from './wait.ts'

/**
 * A trial as a scenario: persons become parts named by their roles, files their names, and what came of it is what is
 * expected from now on.
 */
export async function scenarioOf(trial: Trial, name: string): Promise<Scenario> {
  const parts = openParts(trial)
  const steps = trial.steps.map(step => keptStep(step, parts))
  const instance = trial.instance()
  const outcome = instance === undefined ? undefined : await outcomeOf(trial.office, instance)
  return {
    name,
    at: momentOf(trial.openedAt),
    people: parts.people,
    steps,
    expected: {
      ...(outcome && { tasks: outcome.tasks }),
      ...(outcome && (outcome.ends.length > 0 ? { ends: outcome.ends } : { open: outcome.open })),
    },
  }
}

interface Parts {
  /** name → `role@org`. */
  people: Record<string, string>
  /** The part of a person, given a name at its first use. Undefined: nobody of that id. */
  of(personId: string): string | undefined
}

function openParts({ office: { house, clock } }: Trial): Parts {
  const people: Record<string, string> = {}
  const known = new Map<string, string>()
  return {
    people,
    of(personId) {
      const given = known.get(personId)
      if (given !== undefined) return given
      const [office] = house.people.findPerson(personId, officeDate(clock.now()))?.appointments ?? []
      if (!office) return undefined
      const title = roleName(office.role, 'zh')
      let name = title
      for (let n = 2; name in people; n++) name = `${title}${n}`
      people[name] = `${office.role}@${office.org}`
      known.set(personId, name)
      return name
    },
  }
}

function keptStep(step: Step, parts: Parts): Step {
  const by = isPlayed(step) ? { by: parts.of(step.by) ?? step.by } : {}
  const person = 'person' in step && step.person !== undefined ? { person: parts.of(step.person) ?? step.person } : {}
  const values = 'values' in step ? { values: withValues(step.values, value => kept(value, parts)) } : {}
  return { ...step, ...by, ...person, ...values } as Step
}

function kept(value: Json, parts: Parts): Json | undefined {
  if (typeof value === 'string') {
    const part = parts.of(value)
    return part === undefined ? undefined : { $person: part }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { fileId, name } = value
  return typeof fileId === 'string' && typeof name === 'string' ? { $file: name } : undefined
}
