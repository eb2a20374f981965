import { namedLimits } from '../bpmn/index.ts'
import { dayOf } from '../deadlines/office-day.ts'
import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { Instant, Json, Key, Outcome, Variables } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { countEntry, nextLook } from '../registers/count-limit-entry.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import { openedLimitRecord } from '../registers/limits.ts'
import { isWaived, type LimitDiagram, limitStart } from './limit-expressions.ts'

/** An instance that may have limits of its own. */
export interface BegunInstance {
  processInstanceKey: Key
  processDefinitionKey: Key
  startedAt: Instant
}

/** The instances that began with some commits. */
export function instancesBegunIn(outcomes: readonly Outcome[], now: Instant): BegunInstance[] {
  return outcomes.flatMap(({ segments }) =>
    segments.flatMap(({ processInstanceKey, processDefinitionKey, records }) =>
      processInstanceKey !== undefined &&
      processDefinitionKey !== undefined &&
      records.some(
        ({ valueType, intent, key }) =>
          valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_ACTIVATING' && key === processInstanceKey,
      )
        ? [{ processInstanceKey, processDefinitionKey, startedAt: now }]
        : [],
    ),
  )
}

/** What it takes to open the limits of a whole procedure. */
interface Opening {
  diagram: LimitDiagram
  variables: Variables
  calendar: WorkCalendar
  limitParameters: Pick<LimitParameters, 'inForce'>
}

/**
 * The records that open the limits which a process names in its properties (`limit`, `limitStart`, `escalateTo`), counted
 * from their start, or from the beginning of the instance; none for most processes, and none where the start says `false`.
 */
export function openedLimits(
  { processInstanceKey, processDefinitionKey, startedAt: begun }: BegunInstance,
  { diagram, variables, calendar, limitParameters }: Opening,
): { register: RegisterRecord[]; keys: string[] } {
  const named = namedLimits(diagram.words.properties)
  const opened = named.flatMap(({ key, start, escalateTo }, position) => {
    if (start !== undefined && isWaived(start, variables)) return []
    const parameter = limitParameters.inForce(key, dayOf(begun))?.parameter
    const startedAt = (start !== undefined && limitStart(start, variables)) || begun
    const counted = parameter && countEntry({ parameter, startedAt, excluded: [], extensions: [] }, calendar)
    if (!parameter || !counted) return []
    const record = openedLimitRecord(
      { ownerKey: processInstanceKey, parameter },
      {
        ...counted,
        ...{ processDefinitionKey, elementId: diagram.graph.id, position, escalateTo: escalateTo ?? null },
        ...{ parameter: JSON.parse(JSON.stringify(parameter)) as Json, nextAt: nextLook(counted, 'running') },
      },
    )
    return [{ record, key }]
  })
  return { register: opened.map(({ record }) => record), keys: opened.map(({ key }) => key) }
}
