import type { Json } from '../engine/index.ts'
import type { Organisation, People } from '../registers/people.ts'
import { kindOf, textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

type FindOrganisation = People['findOrganisation']

/** No tree of organisations is deeper; a circle in a register must not hold up anybody. */
const DEEPEST = 16

/**
 * Who takes part in a dispute (inputs `applicantOrg`, `respondentOrgs`): for each party who negotiates and who speaks for
 * it, and the government that would designate the competent office, the nearest above all of them (行政处罚法 第25条第2款).
 */
export const loadDisputeParties: Worker = {
  type: 'load-dispute-parties',
  timeout: 30_000,
  handle(job, { people }) {
    const find: FindOrganisation = people.findOrganisation
    const applicant = party(find, textInput(job, 'applicantOrg'))
    const respondents = respondentsOf(job.variables.respondentOrgs, job.elementId)
      .filter(org => org !== applicant.org)
      .map(org => party(find, org))
    if (respondents.length === 0)
      throw new Error(`Expected another party in 'respondentOrgs' of '${job.elementId}', found none`)
    const parties = [applicant, ...respondents]
    const governments = new Set(parties.map(({ org }) => governmentAbove(find, org)))
    const [only] = governments
    const designatesHere = governments.size === 1 && only !== undefined
    return Promise.resolve({
      negotiators: applicant.negotiators,
      heads: applicant.heads,
      respondents: respondents as unknown as Json,
      respondentOrgs: respondents.map(({ org }) => org),
      partyNames: parties.map(({ name }) => name).join('、'),
      designatesHere,
      designatingOrg: designatesHere ? only : null,
      designators: designatesHere ? [`district-leader@${only}`] : [],
    })
  },
}

function respondentsOf(given: Json | undefined, elementId: string): string[] {
  if (Array.isArray(given) && given.every(org => typeof org === 'string')) return [...new Set(given as string[])]
  throw new Error(`Expected a list of organisations as 'respondentOrgs' of '${elementId}', found ${kindOf(given)}`)
}

/** @throws Error for an organisation nobody registered. */
function party(find: FindOrganisation, org: string) {
  const found = find(org)
  if (!found) throw new Error(`Expected organisation '${org}' in the register, found none`)
  const isStreet = found.kind === 'subdistrict'
  return {
    org,
    name: found.name,
    negotiators: [isStreet ? `center-director@${org}-CEC` : `dept-guidance-head@${org}`],
    heads: [isStreet ? `subdistrict-deputy@${org}` : `dept-leader@${org}`],
  }
}

/** The nearest government above an organisation; none above a body of the city, whose government is not in the register. */
function governmentAbove(find: FindOrganisation, org: string): string | undefined {
  let at: Organisation | undefined = find(org)
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at.kind === 'government') return at.orgId
    at = at.parent === null ? undefined : find(at.parent)
  }
  return undefined
}
