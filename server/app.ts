import { setMaxListeners } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineReading } from '../db/engine-reading.ts'
import { createEngineStore } from '../db/engine-store.ts'
import { createJournal, type JournalOptions } from '../db/journal.ts'
import { journalIndex } from '../db/journal-index.ts'
import { type OfficeDatabase, openDatabase } from '../db/open.ts'
import type { Projection } from '../db/projection.ts'
import type { EngineRows } from './api/clients/engine-rows.ts'
import { openDiagrams, type Resources } from './api/diagrams.ts'
import type { House } from './api/house.ts'
import { createApi } from './api/index.ts'
import { createOpenLines } from './api/open-lines.ts'
import { openDrafts } from './approvals/drafts.ts'
import { type LimitClock, openLimitClock } from './clock/limit-clock.ts'
import { createOfficeClock, OFFICE_ZONE, type OfficeClock } from './clock/office-clock.ts'
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
import type { RegisterRecord } from './journal/act.ts'
import { createLog } from './log.ts'
import { shipLimits } from './procedures/ship-limits.ts'
import { shipProcedures } from './procedures/ship-procedures.ts'
import {
  openDefinitions,
  openInbox,
  openIncidents,
  openInstances,
  openParticipations,
  openUserTasks,
  projections,
} from './projections/index.ts'
import { openCalendars } from './registers/calendars.ts'
import { registers } from './registers/index.ts'
import { openLimitParameters } from './registers/limit-parameters.ts'
import { openLimits } from './registers/limit-queries.ts'
import { openRegisters } from './registers/open-registers.ts'
import { openPeople } from './registers/people.ts'
import { openPersonalNames } from './registers/personal-names.ts'
import { openWorkers } from './workers/open-workers.ts'

/** What the journal fills with each entry; the engine keeps its own tables. */
const journalReadings: readonly Projection[] = [journalIndex, ...projections, ...registers]

/** Everything that can be rebuilt from the journal, in order: what `npm run verify` compares. */
export const readings: readonly Projection[] = [...journalReadings, engineReading]

/** The database file of a data folder. */
export function databaseIn(dataFolder: string): string {
  return join(dataFolder, 'xunfa.db')
}

export interface AppOptions {
  config: Config
  /** Default: the machine's clock, or one that stands at the setting CLOCK. */
  clock?: OfficeClock
  /** Folder of the generated migrations; a bundle says where it put them. */
  migrationsFolder?: string
  /** Folder of the built pages; without it only the API is served. */
  uiFolder?: string
  /** Folder of the gateway's proto files; a bundle says where it put them. */
  protoFolder?: string
}

/** The whole house, put together. Tests, the demo and the server use the same. */
export interface App {
  house: House
  clock: OfficeClock
  /** Whether the database was made just now. */
  isNew: boolean
  fetch: ReturnType<typeof createApi>['fetch']
  /** A request in process, as tests and the demo make it. */
  request: ReturnType<typeof createApi>['request']
  api: ReturnType<typeof createApi>
  /** Publishes the procedures of a folder `workflows/` that the product brings. */
  shipProcedures(workflows: string): Promise<void>
  /** Writes register records as the house itself; accounts among them get the password. */
  enter(register: readonly RegisterRecord[], password?: string): Promise<void>
  /** Begins to fire timers, time-outs, jobs and limits. */
  start(): void
  /** When every limit that has come by now is recorded. */
  limitsSettled(): Promise<void>
  /** Answers Zeebe clients where the setting ZEEBE_GATEWAY says; returns the port, or nothing without the setting. */
  openGateway(): Promise<number | undefined>
  /** Finishes what was accepted and closes everything. */
  stop(): Promise<void>
}

const PROTO_FOLDER = fileURLToPath(new URL('./engine/gateway/grpc/proto', import.meta.url))

/** Puts the parts together. The only file that knows all of them. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, clock = clockOf(config), migrationsFolder, uiFolder, protoFolder = PROTO_FOLDER } = options
  mkdirSync(config.DATA_DIR, { recursive: true })
  const db = openDatabase(databaseIn(config.DATA_DIR), migrationsFolder ? { migrationsFolder } : {})
  const house = buildHouse(config, db, clock)
  house.engine.onCommit(house.drafts.dropCanceled)
  const isNew = house.journal.lastSeq() === 0
  if (isNew) await found(house)
  await shipLimits(house)
  // Only a house with a gateway pays for it.
  const address = config.ZEEBE_GATEWAY
  const zeebe = address ? (await import('./api/clients/zeebe-door.ts')).createZeebeDoor(house, address) : undefined
  const api = createApi(house, uiFolder, zeebe?.routes)
  let workers: { close(): Promise<void> } | undefined
  let limitClock: LimitClock | undefined
  return {
    house,
    clock,
    isNew,
    api,
    fetch: api.fetch,
    request: api.request,
    shipProcedures: workflows => shipProcedures(house, workflows),
    enter: (register, password) => enter(house, register, password),
    start() {
      workers ??= openWorkers({ ...house, personalNames: openPersonalNames(db.writer) })
      house.engine.start()
      limitClock ??= startLimitClock(house)
    },
    limitsSettled: async () => await limitClock?.settled(),
    openGateway: async () => zeebe?.open(protoFolder),
    async stop() {
      await zeebe?.close()
      await limitClock?.close()
      await workers?.close()
      await house.engine.stop()
      db.close()
    },
  }
}

function clockOf({ CLOCK }: Config): OfficeClock {
  return createOfficeClock(CLOCK === undefined ? undefined : Date.parse(CLOCK))
}

function buildHouse(config: Config, db: OfficeDatabase, clock: OfficeClock): House {
  const { writer } = db
  const store = createEngineStore(writer)
  const log = createLog(config.LOG_LEVEL)
  const questions = openQuestions(db)
  const caseOf: JournalOptions['caseOf'] = key => questions.instances.caseOf(key)
  const journal = createJournal(writer, { clock, projections: journalReadings, caseOf })
  const onError = (error: unknown) => log.error({ err: error }, 'work that nobody waits for failed')
  const isDemo = journal.lastSeq() === 0 ? config.DEMO === 'yes' : isDemoJournal(journal)
  const closing = new AbortController()
  // One listener for each open line to a browser.
  setMaxListeners(0, closing.signal)
  return {
    config,
    isDemo,
    db,
    journal,
    engine: createEmbeddedEngine({ store, ledger: journal, clock, zone: OFFICE_ZONE, onError }),
    clock,
    log,
    ...questions,
    ...openSecrets(config, db, clock),
    drafts: openDrafts(writer, clock.now),
    diagrams: openDiagrams(resourcesOf(store)),
    engineRows: rowsOf(store),
    files: createFileStore(join(config.DATA_DIR, 'files'), config.UPLOAD_MAX_MB * 1024 * 1024),
    lines: createOpenLines(),
    closing,
    setUp: createSetUpLink(!isDemo && !questions.people.hasHolderOf('process-admin')),
  }
}

/** What is asked inside a transaction is asked on the writer, which sees what it wrote; lists are read beside it. */
function openQuestions({ writer, reader }: OfficeDatabase) {
  return {
    people: openPeople(writer),
    registers: openRegisters(writer),
    tasks: openUserTasks(writer),
    participations: openParticipations(writer),
    instances: openInstances(writer),
    incidents: openIncidents(writer),
    definitions: openDefinitions(writer),
    limits: openLimits(writer),
    limitParameters: openLimitParameters(writer),
    calendars: openCalendars(writer),
    inbox: openInbox(reader),
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

function startLimitClock(house: House): LimitClock {
  const { engine, clock, limits, calendars, instances, diagrams, log } = house
  return openLimitClock({
    engine,
    clock,
    limits,
    calendars,
    caseOf: key => instances.caseOf(key),
    diagramOf: key => diagrams.get(key),
    onError: error => log.error({ err: error }, 'an act of the limit clock failed'),
  })
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

function rowsOf(store: EngineStore): EngineRows {
  return {
    findJob: jobKey => store.find('job', { jobKey }),
    hasJobs: jobType => store.activatableJobs(jobType, 1).length > 0,
    instancesNaming: key => store.instancesNaming(key),
    requirementsOf: key => store.find('requirements', { decisionRequirementsKey: key })?.decisionRequirementsId,
    requirementsDefining: decisionId => store.latestDecision(decisionId)?.decisionRequirementsId,
    requirementsChecksum: id => store.latestRequirements(id)?.checksum,
  }
}

const HOUSE_ACTOR = { kind: 'system', id: 'house', via: 'engine' } as const

/** The first entry of every journal says whether this is a real office, for good. */
async function found(house: House): Promise<void> {
  const payload = { demo: house.isDemo }
  const act = { kind: 'register' as const, verb: 'office.found', actor: HOUSE_ACTOR, at: house.clock.now(), payload }
  await house.engine.submit({ act, commands: [] })
}

async function enter(house: House, register: readonly RegisterRecord[], password?: string): Promise<void> {
  const passwordHash = password === undefined ? undefined : await house.passwords.hash(password)
  const accounts = register.filter(record => record.register === 'accounts' && record.op === 'put')
  const act = {
    kind: 'register' as const,
    verb: 'register.enter',
    actor: HOUSE_ACTOR,
    at: house.clock.now(),
    register: [...register],
  }
  await house.engine.submit({
    act,
    commands: [],
    guard: () => {
      if (passwordHash !== undefined) for (const { id } of accounts) house.passwords.keep(id, passwordHash)
    },
  })
}
