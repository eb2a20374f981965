import type { Projection } from '../../db/projection.ts'
import { definitions } from './definitions.ts'
import { formerParticipation } from './former-participation.ts'
import { inbox } from './inbox.ts'
import { incidents } from './incidents.ts'
import { instances } from './instances.ts'
import { origins } from './origins.ts'
import { sheets } from './sheets.ts'
import { taskParts } from './task-parts.ts'

/** Every reading of the journal that is not a business register; each entry is applied in this order. */
export const projections: readonly Projection[] = [
  definitions,
  formerParticipation,
  instances,
  origins,
  incidents,
  inbox,
  sheets,
  taskParts,
]
export type { Page } from './cursor.ts'
export { type Definition, type Definitions, type FormDefinition, openDefinitions } from './definition-queries.ts'
export { type Desks, type DoneTask, openDesks } from './desks.ts'
export {
  type Inbox,
  type InboxFilter,
  type InboxOwner,
  type InboxPage,
  type InboxView,
  openInbox,
} from './inbox-queries.ts'
export { type Incident, type IncidentFilter, type Incidents, openIncidents } from './incident-queries.ts'
export { type InstanceFilter, type InstanceSummary, type Instances, openInstances } from './instance-queries.ts'
export {
  type ElementVisits,
  type InstanceStory,
  tellInstance,
  type VariableState,
} from './instance-story.ts'
export { type Origins, openOrigins } from './origins.ts'
export { openParticipations, type Participation, type Participations } from './participation.ts'
export { openSheets, type Sheet, type Sheets } from './sheet-queries.ts'
export { endRecord, returnRecord, type SignedSheet, signatureRecord } from './sheets.ts'
export { openTaskParts, type TaskPart, type TaskParts } from './task-parts.ts'
export { assigneeQueue, groupQueue } from './task-queues.ts'
export { openUserTasks, type TaskNow, type UserTask, type UserTasks } from './user-tasks.ts'
