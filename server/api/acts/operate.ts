import { type Command, CommandRejected, type Variables } from '../../engine/index.ts'
import type { Incident } from '../../projections/index.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, wrongFields } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { maySeeInstance } from '../visibility.ts'
import { type Reserved, reservedIn } from './reserved-variables.ts'

/** Ends an instance before its end. */
export async function cancelProcessInstance(house: House, caller: Caller, key: string, reason: string): Promise<void> {
  const instance = house.instances.find(key)
  if (!instance || !maySeeInstance(house, caller.person, key)) throw new Problem('resource.not-found')
  await submit(house, caller, {
    kind: 'engine',
    verb: 'process-instance.cancel',
    ...(instance.caseNo !== null && { caseNo: instance.caseNo }),
    subject: { processInstanceKey: key },
    payload: { reason },
    commands: [{ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: key }],
    permit: person => {
      requirePermission(person, 'operate')
      const now = house.instances.find(key)
      if (now?.state !== 'ACTIVE')
        throw new CommandRejected('INVALID_STATE', `Process instance ${key} is ${now?.state}`, { id: 'instance.ended' })
    },
  })
}

export interface Resolution {
  incidentKey: string
  reason?: string | undefined
  /** Set at the scope the incident names, before it is tried again. */
  variables?: Variables | undefined
  /** Of an incident of a job: how often it may be tried. */
  retries?: number | undefined
}

/** Mends what an incident needs and lets the process go on: one act, all of it or nothing. */
export async function resolveIncident(house: House, caller: Caller, resolution: Resolution): Promise<void> {
  const { incidentKey, reason, variables, retries } = resolution
  const incident = house.incidents.find(incidentKey)
  if (!incident || !maySeeInstance(house, caller.person, incident.processInstanceKey))
    throw new Problem('resource.not-found')
  const { jobKey, variableScopeKey } = incident
  const commands: Command[] = [
    ...(variables
      ? [{ type: 'SET_VARIABLES' as const, elementInstanceKey: variableScopeKey, variables, local: true }]
      : []),
    ...(jobKey !== null ? [{ type: 'UPDATE_JOB_RETRIES' as const, jobKey, retries: retries ?? 1 }] : []),
    { type: 'RESOLVE_INCIDENT', incidentKey },
  ]
  const deed = resolutionOf(incident)
  await refuseWithout('operate', house, caller, deed)
  const reserved = reservedIn(house, [await house.diagrams.get(incident.processDefinitionKey)])
  await submit(house, caller, {
    ...deed,
    payload: {
      ...(reason !== undefined && { reason }),
      // The values are in the records of the instance; what is personal among them is known only there.
      ...(variables && { variables: Object.keys(variables) }),
      ...(retries !== undefined && { retries }),
    },
    commands,
    permit: person => {
      requirePermission(person, 'operate')
      refuseReserved(variables, reserved)
      if (house.incidents.find(incidentKey)?.resolvedAt !== null)
        throw new CommandRejected('INVALID_STATE', `Incident ${incidentKey} is resolved`, { id: 'incident.resolved' })
    },
  })
}

function resolutionOf({ incidentKey, processInstanceKey, elementId, caseNo }: Incident) {
  return {
    kind: 'engine' as const,
    verb: 'incident.resolve',
    ...(caseNo !== null && { caseNo }),
    subject: { incidentKey, processInstanceKey, elementId },
  }
}

function refuseReserved(variables: Variables = {}, reserved: Reserved): void {
  const wrong = Object.keys(variables).filter(name => reserved.has(name))
  if (wrong.length === 0) return
  throw wrongFields(wrong.map(name => ({ path: `/variables/${name}`, id: 'field.fixed', params: { name } })))
}
