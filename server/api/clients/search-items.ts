import type { Definition, Incident, InstanceSummary, UserTask } from '../../projections/index.ts'
import type { House } from '../house.ts'

const TENANT = '<default>'
const AT_ONCE = 200

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Every instance, newest first; or the one. */
export function* allInstances({ instances }: House, processInstanceKey?: string): Iterable<InstanceSummary> {
  if (processInstanceKey !== undefined) {
    const found = instances.find(processInstanceKey)
    if (found) yield found
    return
  }
  let after: string | undefined
  do {
    const { items, endCursor } = instances.page({ limit: AT_ONCE, ...(after !== undefined && { after }) })
    yield* items
    after = endCursor
  } while (after !== undefined)
}

/** Every user task, of the newest instances first; or those of one; or the one. */
export function* allTasks(house: House, processInstanceKey?: string, userTaskKey?: string): Iterable<UserTask> {
  if (userTaskKey !== undefined) {
    const found = house.tasks.find(userTaskKey)
    if (found) yield found
    return
  }
  for (const instance of allInstances(house, processInstanceKey)) yield* house.tasks.allOf(instance.processInstanceKey)
}

/** Every incident, newest first; or those of one instance; or the one. */
export function* allIncidents(house: House, processInstanceKey?: string, incidentKey?: string): Iterable<Incident> {
  if (incidentKey !== undefined) {
    const found = house.incidents.find(incidentKey)
    if (found) yield found
    return
  }
  if (processInstanceKey !== undefined) {
    const found = house.instances.find(processInstanceKey)
    if (found) yield* house.incidents.ofInstance(found.processInstanceKey)
    return
  }
  let after: string | undefined
  do {
    const { items, endCursor } = house.incidents.page({ limit: AT_ONCE, ...(after !== undefined && { after }) })
    yield* items
    after = endCursor
  } while (after !== undefined)
}

export function definitionItem(definition: Definition) {
  return {
    processDefinitionKey: definition.processDefinitionKey,
    processDefinitionId: definition.bpmnProcessId,
    name: definition.name,
    resourceName: definition.resourceName,
    version: definition.version,
    versionTag: definition.versionTag,
    tenantId: TENANT,
  }
}

export function instanceItem(instance: InstanceSummary) {
  return {
    processInstanceKey: instance.processInstanceKey,
    processDefinitionKey: instance.processDefinitionKey,
    processDefinitionId: instance.bpmnProcessId,
    processDefinitionName: instance.processName ?? instance.bpmnProcessId,
    processDefinitionVersion: instance.version,
    state: instance.state,
    hasIncident: instance.hasIncident,
    startDate: instant(instance.startedAt),
    endDate: instant(instance.endedAt),
    tenantId: TENANT,
  }
}

/** A task still being created by its listeners is one that is being worked on, in Zeebe's words. */
export function taskItem(task: UserTask) {
  return {
    userTaskKey: task.userTaskKey,
    elementId: task.elementId,
    elementInstanceKey: task.elementInstanceKey,
    state: task.state,
    assignee: task.assignee,
    candidateGroups: task.candidateGroups,
    candidateUsers: task.candidateUsers,
    dueDate: instant(task.dueAt),
    followUpDate: instant(task.followUpAt),
    priority: task.priority,
    formKey: task.formKey,
    creationDate: instant(task.createdAt),
    completionDate: task.state === 'COMPLETED' ? instant(task.endedAt) : null,
    processInstanceKey: task.processInstanceKey,
    processDefinitionKey: task.processDefinitionKey,
    processDefinitionId: task.bpmnProcessId,
    processDefinitionVersion: task.version,
    processName: task.processName,
    tenantId: TENANT,
  }
}

export function incidentItem(incident: Incident) {
  return {
    incidentKey: incident.incidentKey,
    errorType: incident.errorType,
    errorMessage: incident.errorMessage,
    elementId: incident.elementId,
    elementInstanceKey: incident.elementInstanceKey,
    jobKey: incident.jobKey,
    state: incident.resolvedAt === null ? 'ACTIVE' : 'RESOLVED',
    creationTime: instant(incident.createdAt),
    processInstanceKey: incident.processInstanceKey,
    processDefinitionKey: incident.processDefinitionKey,
    processDefinitionId: incident.bpmnProcessId,
    tenantId: TENANT,
  }
}
