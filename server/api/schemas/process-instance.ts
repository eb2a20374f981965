import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { JsonSchema, VariablesSchema } from './json.ts'
import { twoTimes } from './late.ts'
import { LimitReasonSchema } from './limit.ts'
import { NamedSchema } from './person.ts'
import { UserTaskSchema } from './user-task.ts'

/** A process instance as lists show it. */
export const ProcessInstanceSchema = z
  .object({
    processInstanceKey: Key,
    processDefinitionId: z.string(),
    processDefinitionKey: Key,
    processDefinitionVersion: z.number().int(),
    processName: z.string(),
    state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']),
    hold: z.enum(['SUSPENDED', 'BANNED']).nullable(),
    hasIncident: z.boolean(),
    startDate: z.string(),
    endDate: z.string().nullable(),
    startedBy: NamedSchema.nullable(),
    caseNo: z.string().nullable(),
    caseTitle: z.string().nullable(),
    party: z.string().nullable(),
    currentSteps: z.array(z.object({ elementId: z.string(), name: z.string(), assignee: NamedSchema.nullable() })),
  })
  .openapi('ProcessInstance')

/** Where a process could not go on. */
export const IncidentSchema = z
  .object({
    incidentKey: Key,
    errorType: z.string(),
    errorMessage: z.string(),
    elementId: z.string(),
    elementName: z.string(),
    processInstanceKey: Key,
    processDefinitionId: z.string(),
    processName: z.string(),
    caseNo: z.string().nullable(),
    jobKey: Key.optional(),
    creationDate: z.string(),
    resolvedDate: z.string().nullable(),
    scopeVariables: VariablesSchema.optional(),
  })
  .openapi('Incident')

/** An instance that has to do with another. */
const RelatedSchema = z
  .object({
    processInstanceKey: Key,
    relation: z.enum(['caller', 'started-from', 'called', 'started', 'same-case']),
    processName: z.string(),
    state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']),
    caseNo: z.string().nullable(),
  })
  .openapi('RelatedInstance')
export type RelatedJson = z.infer<typeof RelatedSchema>

/** An instance as its page shows it. */
export const ProcessInstanceDetailSchema = ProcessInstanceSchema.extend({
  elements: z.array(
    z.object({
      elementId: z.string(),
      name: z.string(),
      type: z.string(),
      state: z.enum(['went', 'now']),
      count: z.number().int(),
      dwellMs: z.number(),
      openSince: z.string().optional(),
      incident: z.boolean().optional(),
    }),
  ),
  flows: z.array(z.string()),
  /** Limits of the whole procedure. */
  limits: z.array(LimitReasonSchema),
  openTasks: z.array(UserTaskSchema),
  incidents: z.array(IncidentSchema),
  variables: z.array(
    z.object({
      name: z.string(),
      value: JsonSchema,
      scope: z.string(),
      updatedAt: z.string(),
      updatedBySeq: z.number().int(),
    }),
  ),
  /** What has to do with it, as far as the reader may see it. */
  related: z.array(RelatedSchema),
  /** What the house made for it, oldest first. */
  documents: z.array(z.object({ docNo: z.string(), name: z.string(), madeAt: z.string() })),
}).openapi('ProcessInstanceDetail')

/** One journal entry of an instance with the records it wrote. */
export const EntrySchema = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    recordedAt: z.string(),
    ...twoTimes,
    kind: z.string(),
    verb: z.string(),
    actor: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      role: z.string().optional(),
      org: z.string().optional(),
    }),
    sentence: z.string(),
    refusal: z.record(z.string(), z.unknown()).optional(),
    hash: z.string(),
    prev: z.string(),
    records: z.array(
      z.object({ valueType: z.string(), intent: z.string(), key: z.string(), elementId: z.string().optional() }),
    ),
  })
  .openapi('Entry')

export type ProcessInstanceJson = z.infer<typeof ProcessInstanceSchema>
export type ProcessInstanceDetailJson = z.infer<typeof ProcessInstanceDetailSchema>
export type IncidentJson = z.infer<typeof IncidentSchema>
export type EntryJson = z.infer<typeof EntrySchema>
