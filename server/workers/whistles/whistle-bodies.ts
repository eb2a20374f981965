import type { ActivatedJob, Json, Variables } from '../../engine/index.ts'
import { kindOf } from '../job-inputs.ts'
import type { WorkerTools } from '../worker.ts'

/** The offices of one side of a whistle, each as `role@org`. */
export interface WhistleOffices {
  /** Who drafts and sends, or receives and signs. */
  desk: string
  /** Who goes on site. */
  officer: string
  /** Who answers for it. */
  head: string
}

/** Who acts for a body: a street by its enforcement centre and its deputy head, a department by its own people. */
export function officesOf({ people }: Pick<WorkerTools, 'people'>, org: string): WhistleOffices {
  if (people.findOrganisation(org)?.kind === 'subdistrict')
    return {
      desk: `street-dispatcher@${org}-CEC`,
      officer: `street-officer@${org}-CEC`,
      head: `subdistrict-deputy@${org}`,
    }
  return { desk: `dept-dispatcher@${org}`, officer: `dept-officer@${org}`, head: `dept-leader@${org}` }
}

/** A body that is called. */
export interface CalledBody {
  org: string
  isLead: boolean
  task: string
}

/** The bodies a whistle names. @throws Error that says what was found, when there is none or one without a name. */
export function calledBodies({ variables: { neededDepts }, elementId }: ActivatedJob): CalledBody[] {
  const rows = Array.isArray(neededDepts) ? neededDepts : []
  if (rows.length === 0)
    throw new Error(`Expected a list of bodies as 'neededDepts' of '${elementId}', found ${kindOf(neededDepts)}`)
  return rows.map(row => {
    const { org, role, task = '' } = row as Record<string, Json>
    if (typeof org !== 'string' || org === '')
      throw new Error(`Expected a body in each line of 'neededDepts' of '${elementId}', found ${kindOf(org)}`)
    return { org, isLead: role === 'lead', task: String(task) }
  })
}

/** Codes of the matters a whistle names, once each. */
export function itemCodesOf({ items, itemCodes }: Variables): string[] {
  const chosen = Array.isArray(items) ? items.map(row => (row as Record<string, Json>).itemCode) : []
  const given = Array.isArray(itemCodes) && chosen.length === 0 ? itemCodes : []
  return [...new Set([...chosen, ...given].filter(code => typeof code === 'string' && code !== ''))] as string[]
}
