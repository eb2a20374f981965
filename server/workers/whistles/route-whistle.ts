import { whistleRecord } from '../../registers/whistles/whistles.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { calledBodies, officesOf } from './whistle-bodies.ts'

/**
 * Sends a whistle to every body it names: a branch for each with whose desk, officers and head it is, the one that leads,
 * the instant from which limits run, and the lines of the later evaluation. Enters the branches into the register.
 */
export const routeWhistle: Worker = {
  type: 'route-whistle',
  timeout: 30_000,
  async handle(job, { act, clock, people }) {
    const whistleId = textInput(job, 'whistleId')
    const dispatchedAt = new Date(clock.now()).toISOString()
    const branches = calledBodies(job).map(({ org, isLead, task }) => ({
      ...{ org, isLead, task, role: isLead ? 'lead' : 'assist', orgName: people.findOrganisation(org)?.name ?? org },
      ...officesOf({ people }, org),
    }))
    const lead = branches.find(({ isLead }) => isLead)
    if (!lead) throw new Error(`Expected one body that leads among 'neededDepts' of '${job.elementId}', found none`)
    const { approvedBy = null } = job.variables
    await act(job, {
      verb: 'register.write',
      payload: { register: 'whistles' },
      subject: { bizKey: whistleId },
      register: [
        whistleRecord('whistles', whistleId, { state: 'dispatched', dispatchedAt, leadOrg: lead.org, approvedBy }),
        ...branches.map(({ org, role, task }) =>
          whistleRecord('whistle-branches', `${whistleId}/${org}`, { whistleId, org, role, task }),
        ),
      ],
    })
    const scores = branches.map(({ org, orgName }) => ({ org, orgName }))
    const { org: leadOrg, desk: leadDesk, officer: leadOfficer } = lead
    return { dispatchedAt, branches, scores, leadOrg, leadDesk, leadOfficer }
  },
}
