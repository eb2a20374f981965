import { setMaxListeners } from 'node:events'
import { join } from 'node:path'
import { engineReading } from '../db/engine-reading.ts'
import { createEngineStore } from '../db/engine-store.ts'
import { createJournal, type JournalOptions } from '../db/journal.ts'
import { journalIndex } from '../db/journal-index.ts'
import type { OfficeDatabase } from '../db/open.ts'
import type { Projection } from '../db/projection.ts'
import { refreshReadings } from '../db/refresh-readings.ts'
import type { EngineRows } from './api/clients/engine-rows.ts'
import { openDiagrams, type Resources } from './api/diagrams.ts'
import type { House } from './api/house.ts'
import { createOpenLines } from './api/open-lines.ts'
import { openDraftStore } from './api/process-drafts/draft-store.ts'
import type { PublishedFiles } from './api/process-drafts/published-files.ts'
import { openShippedScenarios } from './api/process-drafts/shipped-scenarios.ts'
import { openDrafts } from './approvals/drafts.ts'
import { OFFICE_ZONE, type OfficeClock } from './clock/office-clock.ts'
import { officeDate } from './clock/office-date.ts'
import type { Config } from './config.ts'
import { createFileStore } from './documents/file-store.ts'
import { createEmbeddedEngine } from './engine/embedded/index.ts'
import type { EngineStore } from './engine/embedded/store.ts'
import { openAccounts } from './identity/accounts.ts'
import { openInvitations } from './identity/invitations.ts'
import { openPasswords } from './identity/passwords.ts'
import { openSessions } from './identity/sessions.ts'
import { createSetUpLink } from './identity/set-up-link.ts'
import { createSignInLimit } from './identity/sign-in-limit.ts'
import { createLog } from './log.ts'
import type { Channel } from './notifications/channels/channel.ts'
import { openChannels } from './notifications/open-channels.ts'
import { openPostOffice } from './notifications/post-office.ts'
import {
  openDefinitions,
  openDesks,
  openInbox,
  openIncidents,
  openInstances,
  openOrigins,
  openParticipations,
  openSheets,
  openTaskParts,
  openUserTasks,
  projections,
} from './projections/index.ts'
import { openAbsences } from './registers/absences.ts'
import { openCalendars } from './registers/calendars.ts'
import { openSuspensions } from './registers/case-suspensions.ts'
import { openCases } from './registers/cases/case-queries.ts'
import { openCaseLists } from './registers/cases/open-lists.ts'
import { openParties } from './registers/cases/party-queries.ts'
import { openReviews } from './registers/cases/review-queries.ts'
import { openDisputes } from './registers/disputes.ts'
import { openDocuments } from './registers/documents.ts'
import { openDraftReplays } from './registers/draft-replays.ts'
import { openDutyLists } from './registers/duty-lists.ts'
import { openEscalations } from './registers/escalations.ts'
import { openEvidenceDefects } from './registers/evidence-defects.ts'
import { openGuardedActs } from './registers/guarded-acts.ts'
import { limitRegisters, registers } from './registers/index.ts'
import { openInstanceMigrations } from './registers/instance-migrations.ts'
import { openIntakeClients } from './registers/intake-clients.ts'
import { openIntakeMatters } from './registers/intake-matters.ts'
import { openItems } from './registers/items.ts'
import { limitParameterRegister } from './registers/limit-parameters.ts'
import { openLimits } from './registers/limit-queries.ts'
import { openOfficeParameters } from './registers/office-parameters.ts'
import { openRegisters } from './registers/open-registers.ts'
import { openPeople } from './registers/people.ts'
import { openProcedureRetirements } from './registers/procedure-retirements.ts'
import { openProcedureStarts } from './registers/procedure-starts.ts'
import { openProcessDraftReviews } from './registers/process-draft-reviews.ts'
import { openRecusals } from './registers/recusals.ts'
import { openStatutes } from './registers/statute-queries.ts'
import { openTransfers } from './registers/transfers.ts'
import { openUnmannedTasks } from './registers/unmanned-tasks.ts'
import { openWebhooks } from './registers/webhooks.ts'
import { openWhistles } from './registers/whistles/whistle-queries.ts'
import { openProvinceLine } from './workers/certificates/province-line.ts'

/** What the journal fills with each entry; the engine keeps its own tables. */
export const journalReadings: readonly Projection[] = [journalIndex, ...limitRegisters, ...projections, ...registers]

/** Everything that can be rebuilt from the journal, in order: what `npm run verify` compares. */
export const readings: readonly Projection[] = [...journalReadings, engineReading]

/** The passwords of a demonstration are printed at its start: a dear hash would protect nothing, and hundreds sign in while it is filled. */
const KNOWN_PASSWORD_MEMORY_KB = 8

/** The parts of the house on an open database: engine, journal, readings, secrets, files. Nothing runs yet. */
export function openHouse(
  config: Config,
  db: OfficeDatabase,
  clock: OfficeClock,
  channels: readonly Channel[] = openChannels(config, clock.now),
): House {
  const { writer } = db
  const store = createEngineStore(writer)
  const log = createLog(config.LOG_LEVEL)
  const questions = openQuestions(db, clock)
  const caseOf: JournalOptions['caseOf'] = key => questions.instances.caseOf(key)
  refreshReadings(writer, journalReadings)
  const journal = createJournal(writer, { clock, projections: journalReadings, caseOf })
  const onError = (error: unknown) => log.error({ err: error }, 'work that nobody waits for failed')
  const isDemo = journal.lastSeq() === 0 ? config.DEMO === 'yes' : isDemoJournal(journal)
  const closing = new AbortController()
  // One listener for each open line to a browser.
  setMaxListeners(0, closing.signal)
  const house = {
    config,
    isDemo,
    db,
    journal,
    engine: createEmbeddedEngine({
      store,
      ledger: journal,
      clock,
      zone: OFFICE_ZONE,
      isOutOfUse: outOfUse(questions),
      onError,
    }),
    clock,
    log,
    ...questions,
    ...openSecrets(isDemo ? { ...config, PASSWORD_MEMORY_KB: KNOWN_PASSWORD_MEMORY_KB } : config, db, clock),
    drafts: openDrafts(writer, clock.now),
    diagrams: openDiagrams(resourcesOf(store)),
    processDrafts: openDraftStore(writer, clock.now),
    shippedScenarios: openShippedScenarios(),
    publishedFiles: publishedFilesOf(store),
    engineRows: rowsOf(store),
    files: createFileStore(join(config.DATA_DIR, 'files'), config.UPLOAD_MAX_MB * 1024 * 1024),
    lines: createOpenLines(),
    province: openProvinceLine(provinceOf(config), clock.now),
    closing,
    setUp: createSetUpLink(!isDemo && !questions.people.hasHolderOf('process-admin')),
  }
  return { ...house, postOffice: postOfficeOf(house, channels) }
}

const provinceOf = ({ PROVINCE_URL: url, PROVINCE_SECRET: secret }: Config) =>
  url !== undefined && secret !== undefined ? { url, secret } : undefined

function postOfficeOf(house: Omit<House, 'postOffice'>, channels: readonly Channel[]) {
  const { config, db, clock, log, registers, diagrams } = house
  const certificate = (certificateId: string) => registers.certificates.find(certificateId, clock.now())
  return openPostOffice({
    ...house,
    db: db.writer,
    channels,
    holderOf: certificateId => certificate(certificateId)?.personId,
    certificateNumber: certificateId => certificate(certificateId)?.number,
    nameOf: async (key, elementId) => (await diagrams.get(key)).nameOf(elementId),
    address: config.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${config.HOST}:${config.PORT}`,
    onError: error => log.error({ err: error }, 'a notification failed'),
  })
}

/** What is asked inside a transaction is asked on the writer, which sees what it wrote; lists are read beside it. */
function openQuestions({ writer, reader }: OfficeDatabase, clock: OfficeClock) {
  const people = openPeople(writer, () => officeDate(clock.now()))
  return {
    people,
    registers: openRegisters(writer),
    items: openItems(writer, people.findOrganisation),
    officeParameters: openOfficeParameters(writer),
    unmannedTasks: openUnmannedTasks(writer),
    webhooks: openWebhooks(writer),
    whistles: openWhistles(writer),
    dutyLists: openDutyLists(writer),
    tasks: openUserTasks(writer),
    participations: openParticipations(writer),
    sheets: openSheets(writer),
    desks: openDesks(writer),
    evidenceDefects: openEvidenceDefects(writer),
    guardedActs: openGuardedActs(reader),
    absences: openAbsences(writer),
    taskParts: openTaskParts(writer),
    instances: openInstances(writer),
    incidents: openIncidents(writer),
    definitions: openDefinitions(writer),
    limits: openLimits(writer),
    suspensions: openSuspensions(writer),
    recusals: openRecusals(writer),
    procedureStarts: openProcedureStarts(writer),
    processDraftReviews: openProcessDraftReviews(writer),
    draftReplays: openDraftReplays(writer),
    instanceMigrations: openInstanceMigrations(writer),
    procedureRetirements: openProcedureRetirements(writer),
    intakeClients: openIntakeClients(writer),
    intakeMatters: openIntakeMatters(writer),
    origins: openOrigins(writer),
    escalations: openEscalations(writer),
    limitParameters: limitParameterRegister.open(writer),
    calendars: openCalendars(writer),
    statutes: openStatutes(writer),
    cases: openCases(writer),
    parties: openParties(writer),
    caseLists: openCaseLists(reader),
    reviews: openReviews(writer),
    documents: openDocuments(writer),
    disputes: openDisputes(writer),
    transfers: openTransfers(writer),
    inbox: openInbox(reader),
  }
}

/** A version published after a procedure was retired puts it back. */
function outOfUse({ procedureRetirements, definitions }: Pick<House, 'procedureRetirements' | 'definitions'>) {
  return (processId: string): boolean => {
    // Nearly none is: then nothing more is asked.
    if (!procedureRetirements.find(processId, 0)) return false
    const latest = definitions.findLatest(processId)
    return latest !== undefined && procedureRetirements.find(processId, latest.deployedSeq) !== undefined
  }
}

function openSecrets(config: Config, { writer }: OfficeDatabase, { now }: OfficeClock) {
  const { PASSWORD_MEMORY_KB, SESSION_HOURS: hours, SESSION_IDLE_MINUTES: idleMinutes, SIGN_IN_LIMIT } = config
  const sessions = openSessions(writer, { now, hours, idleMinutes })
  return {
    passwords: openPasswords(writer, PASSWORD_MEMORY_KB),
    invitations: openInvitations(writer, now),
    accounts: openAccounts(writer, sessions.liveSince),
    sessions,
    signInLimit: createSignInLimit(SIGN_IN_LIMIT, now),
  }
}

function isDemoJournal(journal: House['journal']): boolean {
  return journal.findEntry(1)?.payload?.demo === true
}

function resourcesOf(store: EngineStore): Resources {
  const content = (checksum: string | undefined) =>
    checksum === undefined ? undefined : store.find('resource', { checksum })?.content
  return {
    findProcess(processDefinitionKey) {
      const process = store.find('process', { processDefinitionKey })
      const text = content(process?.checksum)
      return process && text !== undefined ? { bpmnProcessId: process.bpmnProcessId, content: text } : undefined
    },
    findForm: formKey => content(store.find('form', { formKey })?.checksum),
    findLatestForm: formId => content(store.latestForm(formId)?.checksum),
  }
}

function publishedFilesOf(store: EngineStore): PublishedFiles {
  const file = (row: { resourceName: string; checksum: string } | undefined) => {
    const content = row && store.find('resource', { checksum: row.checksum })?.content
    return content === undefined ? undefined : { name: row!.resourceName, content }
  }
  const requirements = (id: string, before: string | undefined) =>
    before === undefined ? store.latestRequirements(id) : store.newestBefore('requirements', id, before)
  return {
    ofForm: (id, { pinnedBy, before } = {}) => {
      if (pinnedBy !== undefined) return file(store.deployedWith('form', id, pinnedBy))
      return file(before === undefined ? store.latestForm(id) : store.newestBefore('form', id, before))
    },
    ofDecision(decisionId, { pinnedBy, before } = {}) {
      if (pinnedBy !== undefined) {
        const decisionRequirementsKey = store.deployedWith('decision', decisionId, pinnedBy)?.decisionRequirementsKey
        return decisionRequirementsKey === undefined
          ? undefined
          : file(store.find('requirements', { decisionRequirementsKey }))
      }
      const id = store.latestDecision(decisionId)?.decisionRequirementsId
      return id === undefined ? undefined : file(requirements(id, before))
    },
  }
}

function rowsOf(store: EngineStore): EngineRows {
  return {
    findJob: jobKey => store.find('job', { jobKey }),
    hasJobs: jobType => store.activatableJobs(jobType, 1).length > 0,
    isWaiting: (instance, name, key) =>
      store.subscriptionsTo(name, key).some(({ processInstanceKey }) => processInstanceKey === instance),
    instancesNaming: key => store.instancesNaming(key),
    requirementsOf: key => store.find('requirements', { decisionRequirementsKey: key })?.decisionRequirementsId,
    requirementsDefining: decisionId => store.latestDecision(decisionId)?.decisionRequirementsId,
    requirementsChecksum: id => store.latestRequirements(id)?.checksum,
  }
}
