import type { JournaledEntry } from '../../db/journal-reader.ts'
import type { Key, Variables } from '../engine/index.ts'
import type { Person } from '../identity/person.ts'
import { type Incident, type InstanceSummary, tellInstance } from '../projections/index.ts'
import type { Diagram } from './diagrams.ts'
import { describeEntry } from './history.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { limitReasonJson } from './limit-json.ts'
import { say } from './problem.ts'
import { relatedJson } from './related-instances.ts'
import type {
  EntryJson,
  IncidentJson,
  ProcessInstanceDetailJson,
  ProcessInstanceJson,
} from './schemas/process-instance.ts'
import { isoDate, named, userTaskJson } from './user-task-json.ts'

/** An instance as lists show it. */
export async function instanceJson(house: House, instance: InstanceSummary): Promise<ProcessInstanceJson> {
  const { nameOf } = await house.diagrams.get(instance.processDefinitionKey)
  return {
    processInstanceKey: instance.processInstanceKey,
    processDefinitionId: instance.bpmnProcessId,
    processDefinitionKey: instance.processDefinitionKey,
    processDefinitionVersion: instance.version,
    processName: instance.processName ?? instance.bpmnProcessId,
    state: instance.state,
    hold: instance.hold,
    hasIncident: instance.hasIncident,
    startDate: isoDate(instance.startedAt),
    endDate: instance.endedAt === null ? null : isoDate(instance.endedAt),
    startedBy: instance.startedBy === null ? null : named(house, instance.startedBy),
    caseNo: instance.caseNo,
    caseTitle: instance.title,
    party: instance.party,
    currentSteps: instance.currentSteps.map(({ elementId, assignee }) => ({
      elementId,
      name: nameOf(elementId),
      assignee: assignee === null ? null : named(house, assignee),
    })),
  }
}

/** An instance with its path, its open tasks, incidents and variables, read from its entries. */
export async function instanceDetail(
  house: House,
  instance: InstanceSummary,
  { person, language }: { person: Person; language: Language },
): Promise<ProcessInstanceDetailJson> {
  const key = instance.processInstanceKey
  const { nameOf } = await house.diagrams.get(instance.processDefinitionKey)
  const { elements, flows, variables } = tellInstance(key, house.journal.entriesOf(key))
  const incidents = house.incidents.ofInstance(key)
  const broken = new Set(incidents.filter(({ resolvedAt }) => resolvedAt === null).map(({ elementId }) => elementId))
  return {
    ...(await instanceJson(house, instance)),
    elements: elements.map(({ openSince, ...visits }) => ({
      ...visits,
      name: nameOf(visits.elementId),
      ...(openSince !== undefined && { openSince: isoDate(openSince) }),
      ...(broken.has(visits.elementId) && { incident: true }),
    })),
    flows,
    related: relatedJson(house, person, key),
    documents: house.documents
      .ofInstance(key)
      .map(({ docNo, name, madeAt }) => ({ docNo, name, madeAt: isoDate(madeAt) })),
    limits: house.limits.ofOwner(key).map(limit => limitReasonJson(house, limit, language)),
    openTasks: await Promise.all(house.tasks.openOf(key).map(task => userTaskJson(house, task))),
    incidents: await Promise.all(incidents.map(incident => incidentJson(house, incident))),
    variables: variables.map(({ name, value, scopeKey, updatedAt, updatedBySeq }) => ({
      name,
      value,
      scope: scopeKey,
      updatedAt: isoDate(updatedAt),
      updatedBySeq,
    })),
  }
}

/** An incident; with the variables of the scope it is mended at, where these are asked for. */
export async function incidentJson(house: House, incident: Incident, withScope = false): Promise<IncidentJson> {
  const { nameOf } = await house.diagrams.get(incident.processDefinitionKey)
  return {
    incidentKey: incident.incidentKey,
    errorType: incident.errorType,
    errorMessage: incident.errorMessage,
    elementId: incident.elementId,
    elementName: nameOf(incident.elementId),
    processInstanceKey: incident.processInstanceKey,
    processDefinitionId: incident.bpmnProcessId,
    processName: incident.processName ?? incident.bpmnProcessId,
    caseNo: incident.caseNo,
    ...(incident.jobKey !== null && { jobKey: incident.jobKey }),
    creationDate: isoDate(incident.createdAt),
    resolvedDate: incident.resolvedAt === null ? null : isoDate(incident.resolvedAt),
    ...(withScope && { scopeVariables: scopeVariables(house, incident.processInstanceKey, incident.variableScopeKey) }),
  }
}

function scopeVariables({ journal }: House, processInstanceKey: Key, scope: Key): Variables {
  const { variables } = tellInstance(processInstanceKey, journal.entriesOf(processInstanceKey))
  const inScope = variables.filter(({ scopeKey }) => scopeKey === scope || scopeKey === processInstanceKey)
  return Object.fromEntries(inScope.map(({ name, value }) => [name, value]))
}

/** A journal entry with what it wrote into the instance. */
export function entryJson(
  house: House,
  { instance, diagram, language }: { instance: Key; diagram: Diagram; language: Language },
  entry: JournaledEntry,
): EntryJson {
  const { seq, at, actor, sentence, happenedAt, late } = describeEntry(house, entry, diagram, language)
  const { id, params } = entry.refusal ?? {}
  const records = (entry.segments ?? [])
    .filter(({ processInstanceKey }) => processInstanceKey === instance)
    .flatMap(segment => segment.records)
  return {
    seq,
    at,
    recordedAt: isoDate(entry.recordedAt),
    ...(happenedAt !== undefined && { happenedAt }),
    ...(late && { late }),
    kind: entry.kind,
    verb: entry.verb,
    actor,
    sentence: id ? say(id, (params ?? {}) as Record<string, unknown>, language) : sentence,
    ...(entry.refusal && { refusal: { ...entry.refusal } }),
    hash: entry.hash,
    prev: entry.prev,
    records: records.map(({ valueType, intent, key, value }) => ({
      valueType,
      intent,
      key,
      ...('elementId' in value && value.elementId !== undefined && { elementId: value.elementId }),
    })),
  }
}
