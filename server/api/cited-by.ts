import { dayOf, type OfficeDay } from '../deadlines/office-day.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import { ruleBasis } from '../policies/rule-basis.ts'
import { parseReference, type Reference } from '../statutes/parse-reference.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import type { CitedByJson } from './schemas/statute.ts'

/** One place that cites a law. */
export interface CitingPlace extends CitedByJson {
  ref: string
  cited: Reference
}

/** Every place of the office that cites a law today: limits, rules, steps of procedures, parameters, enforcement items. */
export async function citingPlaces(house: House, language: Language): Promise<CitingPlace[]> {
  const today = dayOf(house.clock.now())
  const limits = house.limitParameters
    .list(today)
    .flatMap(({ parameter }) => placesOf('limit', parameter.key, parameter.name[language], refsOf(parameter)))
  const parameters = house.officeParameters
    .list(today)
    .flatMap(({ parameter }) => placesOf('parameter', parameter.key, parameter.name[language], parameter.basis))
  const rules = Object.entries(ruleBasis).flatMap(([rule, basis]) => placesOf('rule', rule, rule, basis))
  return [...rules, ...limits, ...parameters, ...(await stepsCiting(house)), ...itemsCiting(house, today)]
}

/** A limit cites what sets it, what lets it be made longer, and what lets days not count. */
function refsOf({ basis, extension, exclusions = [] }: LimitParameter): string[] {
  const rules = [...(extension ? [extension] : []), ...exclusions]
  return [...new Set([...basis, ...rules.flatMap(rule => rule.basis)])]
}

async function stepsCiting({ definitions, diagrams }: House): Promise<CitingPlace[]> {
  const found = await Promise.all(
    definitions.latest().map(async ({ processDefinitionKey, name, bpmnProcessId }) => {
      const diagram = await diagrams.get(processDefinitionKey)
      const process = name ?? bpmnProcessId
      return diagram.words.userTasks.flatMap(({ id, basis }) =>
        placesOf('procedure', `${processDefinitionKey}/${id}`, `${process} · ${diagram.nameOf(id)}`, basis),
      )
    }),
  )
  return found.flat()
}

function itemsCiting({ items }: House, today: OfficeDay): CitingPlace[] {
  return items.list(today).flatMap(({ itemCode, name, basis }) =>
    placesOf(
      'item',
      itemCode,
      name,
      basis.map(({ ref }) => ref),
    ),
  )
}

function placesOf(kind: CitedByJson['kind'], id: string, name: string, basis: readonly string[]): CitingPlace[] {
  return basis.flatMap(ref => {
    const cited = parseReference(ref)
    return cited ? [{ kind, id, name, ref, cited }] : []
  })
}
