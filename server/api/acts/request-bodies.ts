import type { RequestWords } from '../../bpmn/index.ts'
import type { Json } from '../../engine/index.ts'
import type { InstanceSummary } from '../../projections/index.ts'
import type { House } from '../house.ts'

/** A body whose branch waits for what is asked. */
export interface RequestBody {
  id: string
  name: string
}

/** The key of the message to the branch of a body. */
export const branchKey = (bizKey: string, body: string) => `${bizKey}/${body}`

/** The bodies one may name: those the instance lists, as far as their branches wait for the message. */
export function bodiesFor(
  { engine, engineRows, people }: House,
  { processInstanceKey }: InstanceSummary,
  { body, message }: RequestWords,
  bizKey: string,
): RequestBody[] {
  if (body === undefined) return []
  const listed = engine.visibleVariables(processInstanceKey, processInstanceKey)?.[body]
  const ids = new Set(Array.isArray(listed) ? listed.flatMap(idOf) : [])
  return [...ids]
    .filter(id => engineRows.isWaiting(processInstanceKey, message, branchKey(bizKey, id)))
    .map(id => ({ id, name: people.findOrganisation(id)?.name ?? id }))
}

function idOf(each: Json): string[] {
  const id = typeof each === 'object' && each !== null && !Array.isArray(each) ? each.org : each
  return typeof id === 'string' ? [id] : []
}
