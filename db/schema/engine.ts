import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The engine's tables (server/engine/embedded/store.ts). Everything but resources and the key bound is rebuilt from the journal. */

/** State documents of running instances. */
export const engineInstance = sqliteTable(
  'engine_instance',
  {
    processInstanceKey: integer().primaryKey(),
    bpmnProcessId: text().notNull(),
    isPaused: integer().notNull(),
    document: text().notNull(),
  },
  table => [index('engine_instance_paused').on(table.processInstanceKey).where(sql`is_paused = 1`)],
)

/** What is inside scopes with many children, child by child. */
export const engineBranch = sqliteTable(
  'engine_branch',
  {
    processInstanceKey: integer().notNull(),
    branch: text().notNull(),
    document: text().notNull(),
  },
  table => [primaryKey({ columns: [table.processInstanceKey, table.branch] })],
)

/** Which instance an incident belongs to. Whoever acts on a user task knows its instance. */
export const engineOwner = sqliteTable('engine_owner', {
  key: integer().primaryKey(),
  processInstanceKey: integer().notNull(),
})

export const engineJob = sqliteTable(
  'engine_job',
  {
    jobKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    type: text().notNull(),
    isActivatable: integer().notNull(),
    /** When the lease or the back-off ends, UTC ms. */
    due: integer(),
  },
  table => [
    index('engine_job_activatable').on(table.type, table.jobKey).where(sql`is_activatable = 1`),
    index('engine_job_due').on(table.due, table.jobKey).where(sql`due is not null`),
  ],
)

export const engineTimer = sqliteTable(
  'engine_timer',
  {
    timerKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    /** The element instance that waits. */
    waiterKey: integer(),
    due: integer().notNull(),
  },
  table => [index('engine_timer_due').on(table.due, table.timerKey)],
)

export const engineSubscription = sqliteTable(
  'engine_subscription',
  {
    subscriptionKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    bpmnProcessId: text().notNull(),
    messageName: text().notNull(),
    correlationKey: text().notNull(),
  },
  table => [index('engine_subscription_message').on(table.messageName, table.correlationKey, table.subscriptionKey)],
)

export const engineSignal = sqliteTable(
  'engine_signal',
  {
    subscriptionKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    signalName: text().notNull(),
    /** The element instance that waits. */
    waiterKey: integer().notNull(),
  },
  table => [index('engine_signal_name').on(table.signalName, table.waiterKey)],
)

/** Start events of the latest versions that wait for a time, a message or a signal. */
export const engineStart = sqliteTable(
  'engine_start',
  {
    startKey: integer().primaryKey(),
    kind: text().notNull(),
    processDefinitionKey: integer().notNull(),
    bpmnProcessId: text().notNull(),
    elementId: text().notNull(),
    /** Of the message or signal. */
    name: text(),
    due: integer(),
    repetitions: integer(),
    processInstanceKey: integer(),
    cause: integer().notNull(),
  },
  table => [
    index('engine_start_name').on(table.kind, table.name),
    index('engine_start_process').on(table.bpmnProcessId),
    index('engine_start_due').on(table.due, table.startKey).where(sql`due is not null`),
  ],
)

/** Keys for which a message started an instance that is still running. */
export const engineStartLock = sqliteTable(
  'engine_start_lock',
  {
    bpmnProcessId: text().notNull(),
    correlationKey: text().notNull(),
    processInstanceKey: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.bpmnProcessId, table.correlationKey] })],
)

/** The highest version ever given to an id: numbers are never used again. */
export const engineVersion = sqliteTable(
  'engine_version',
  {
    kind: text().notNull(),
    id: text().notNull(),
    version: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.kind, table.id] })],
)

/** Messages kept until their time to live is over. */
export const engineMessage = sqliteTable(
  'engine_message',
  {
    messageKey: integer().primaryKey(),
    name: text().notNull(),
    correlationKey: text().notNull(),
    messageId: text(),
    deadline: integer().notNull(),
    cause: integer().notNull(),
    variables: text(),
    correlatedWith: text().notNull(),
  },
  table => [
    index('engine_message_name').on(table.name, table.correlationKey, table.messageKey),
    index('engine_message_deadline').on(table.deadline, table.messageKey),
  ],
)

/** Values too large for the document. */
export const engineValue = sqliteTable(
  'engine_value',
  {
    processInstanceKey: integer().notNull(),
    scopeKey: integer().notNull(),
    name: text().notNull(),
    value: text().notNull(),
  },
  table => [primaryKey({ columns: [table.processInstanceKey, table.scopeKey, table.name] })],
)

export const engineProcess = sqliteTable(
  'engine_process',
  {
    processDefinitionKey: integer().primaryKey(),
    bpmnProcessId: text().notNull(),
    version: integer().notNull(),
    name: text(),
    versionTag: text(),
    resourceName: text().notNull(),
    checksum: text().notNull(),
    deploymentKey: integer().notNull(),
  },
  table => [index('engine_process_version').on(table.bpmnProcessId, table.version)],
)

export const engineForm = sqliteTable(
  'engine_form',
  {
    formKey: integer().primaryKey(),
    formId: text().notNull(),
    version: integer().notNull(),
    versionTag: text(),
    resourceName: text().notNull(),
    checksum: text().notNull(),
    deploymentKey: integer().notNull(),
  },
  table => [index('engine_form_version').on(table.formId, table.version)],
)

export const engineRequirements = sqliteTable(
  'engine_requirements',
  {
    decisionRequirementsKey: integer().primaryKey(),
    decisionRequirementsId: text().notNull(),
    decisionRequirementsName: text().notNull(),
    version: integer().notNull(),
    resourceName: text().notNull(),
    checksum: text().notNull(),
    deploymentKey: integer().notNull(),
  },
  table => [index('engine_requirements_version').on(table.decisionRequirementsId, table.version)],
)

export const engineDecision = sqliteTable(
  'engine_decision',
  {
    decisionKey: integer().primaryKey(),
    decisionId: text().notNull(),
    decisionName: text().notNull(),
    version: integer().notNull(),
    versionTag: text(),
    decisionRequirementsKey: integer().notNull(),
    decisionRequirementsId: text().notNull(),
  },
  table => [index('engine_decision_version').on(table.decisionId, table.version)],
)

/** What was deployed, by the SHA-256 of its content. Not derived: the journal names it by its checksum. */
export const engineResource = sqliteTable('engine_resource', {
  checksum: text().primaryKey(),
  content: text().notNull(),
})

/** No key at or above the bound was ever given away. Not derived. */
export const engineKeyBound = sqliteTable('engine_key_bound', {
  partition: integer().primaryKey(),
  bound: integer().notNull(),
})
