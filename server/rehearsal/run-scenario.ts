import { incidentSentence } from '../api/incident-words.ts'
import type { Key } from '../engine/index.ts'
import { tellInstance } from '../projections/index.ts'
import { openCast } from './cast.ts'
import { openPlay, type StepRefusal } from './play.ts'
import type { RehearsalOffice } from './rehearsal-office.ts'
import type { Scenario } from './scenario.ts'
import type { Step } from './step.ts'
import { type Told, tell } from './words.ts'

/** Plays a scenario in an office opened for it. @returns the first difference from what it expects, or nothing. */
export async function runScenario(
  office: RehearsalOffice,
  procedureId: string,
  { people, steps, expected }: Scenario,
): Promise<Told | undefined> {
  const play = openPlay({ office, procedureId, cast: openCast(office.house, people) })
  for (const [index, step] of steps.entries()) {
    const refusal = await play.perform(step)
    const difference = await differenceAt(office, { step, index, refusal, instance: play.instance() })
    if (difference) return difference
  }
  const instance = play.instance()
  if (instance === undefined) return tell('scenario.not-started', { procedure: procedureId })
  return await differenceAfter(office, instance, expected)
}

interface PlayedAt {
  step: Step
  index: number
  refusal: StepRefusal | undefined
  instance: Key | undefined
}

async function differenceAt(office: RehearsalOffice, { step, index, refusal, instance }: PlayedAt) {
  const expected = 'refused' in step ? step.refused : undefined
  const params = { n: index + 1, step: await stepWords(office, step, instance) }
  if (expected === undefined && refusal) return tell('scenario.step-refused', { ...params, reason: refusal.detail })
  if (expected !== undefined && !refusal) return tell('scenario.step-not-refused', { ...params, expected })
  if (refusal && expected !== refusal.rule && expected !== refusal.id)
    return tell('scenario.other-refusal', { ...params, expected, reason: refusal.detail })
  const incident = instance && office.house.incidents.ofInstance(instance).find(({ resolvedAt }) => resolvedAt === null)
  if (!incident) return undefined
  const name = await namesIn(office, instance)
  const reason = {
    zh: incidentSentence(incident.errorMessage, 'zh'),
    en: incidentSentence(incident.errorMessage, 'en'),
  }
  return tell('scenario.incident', { element: name(incident.elementId), reason })
}

async function differenceAfter(
  office: RehearsalOffice,
  instance: Key,
  expected: Scenario['expected'],
): Promise<Told | undefined> {
  const name = await namesIn(office, instance)
  const outcome = await outcomeOf(office, instance)
  const found =
    outcome.ends.length > 0
      ? tell('scenario.ended-at', { ends: outcome.ends.map(name) })
      : tell('scenario.still-open', { open: outcome.open.map(name) })
  if (expected.tasks) {
    const n = firstDifference(expected.tasks, outcome.tasks)
    const named = (id: string | undefined) => (id === undefined ? tell('scenario.no-further-task') : name(id))
    if (n !== undefined)
      return tell('scenario.other-path', {
        n: n + 1,
        expected: named(expected.tasks[n]),
        found: named(outcome.tasks[n]),
      })
  }
  if (expected.ends && !isSameSet(expected.ends, outcome.ends))
    return tell('scenario.other-ends', { expected: expected.ends.map(name), found })
  if (expected.open && !isSameSet(expected.open, outcome.open))
    return tell('scenario.other-open', { expected: expected.open.map(name), found })
  return undefined
}

/** Where an instance has come to: what a scenario may expect of it. */
export interface InstanceOutcome {
  ends: string[]
  open: string[]
  tasks: string[]
}

/** What became of an instance in a rehearsal office. */
export async function outcomeOf({ house }: RehearsalOffice, instance: Key): Promise<InstanceOutcome> {
  const entries = house.journal.entriesOf(instance)
  const { elements } = tellInstance(instance, entries)
  const summary = house.instances.find(instance)
  const tasks = entries
    .flatMap(({ segments = [] }) => segments)
    .filter(segment => segment.processInstanceKey === instance)
    .flatMap(({ records }) => records)
    .flatMap(({ valueType, intent, value }) =>
      valueType === 'USER_TASK' && intent === 'CREATED' ? [value.elementId] : [],
    )
  const isOver = summary?.state === 'COMPLETED'
  const { graph } = await house.diagrams.get(summary!.processDefinitionKey)
  // Ends of sub-processes are no ends of the procedure.
  const isEnd = (id: string) =>
    graph.nodes.get(id)?.type === 'bpmn:EndEvent' && graph.nodes.get(id)?.scopeId === graph.id
  const ends = isOver ? elements.map(({ elementId }) => elementId).filter(isEnd) : []
  return { ends, open: house.tasks.openOf(instance).map(({ elementId }) => elementId), tasks }
}

/** How the elements of an instance are called. */
async function namesIn({ house }: RehearsalOffice, instance: Key | undefined): Promise<(id: string) => string> {
  const summary = instance && house.instances.find(instance)
  if (!summary) return id => id
  return (await house.diagrams.get(summary.processDefinitionKey)).nameOf
}

async function stepWords(office: RehearsalOffice, step: Step, instance: Key | undefined): Promise<Told> {
  const name = await namesIn(office, instance)
  return tell(`step.${step.do}`, { ...step, ...('task' in step && step.task && { task: name(step.task) }) })
}

function firstDifference(expected: readonly string[], found: readonly string[]): number | undefined {
  const longest = Math.max(expected.length, found.length)
  for (let index = 0; index < longest; index++) if (expected[index] !== found[index]) return index
  return undefined
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(id => other.includes(id))
}
