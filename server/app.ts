import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OpenOptions, openDatabase } from '../db/open.ts'
import type { House } from './api/house.ts'
import { createApi } from './api/index.ts'
import { openTaskWatch, type TaskWatch } from './api/unmanned/task-watch.ts'
import type { OfficerTools } from './approvals/officers/officer-tools.ts'
import { type OfficerWatch, openOfficerWatch } from './approvals/officers/officer-watch.ts'
import { type CertificateClock, openCertificateClock } from './clock/certificate-clock.ts'
import { type LimitClock, openLimitClock } from './clock/limit-clock.ts'
import { createOfficeClock, type OfficeClock } from './clock/office-clock.ts'
import { type Config, ConfigError } from './config.ts'
import type { RegisterRecord } from './journal/act.ts'
import type { Channel } from './notifications/channels/channel.ts'
import { openHouse } from './open-house.ts'
import { shipLimits } from './procedures/ship-limits.ts'
import { shipOfficeParameters } from './procedures/ship-office-parameters.ts'
import { shipProcedures } from './procedures/ship-procedures.ts'
import { openPersonalNames } from './registers/personal-names.ts'
import { openRehearsals, type Rehearsals } from './rehearsal/open-rehearsals.ts'
import { runScenarios, verdictOf } from './rehearsal/run-scenarios.ts'
import { openWorkers } from './workers/open-workers.ts'

export { journalReadings, readings } from './open-house.ts'

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
  /** Of an office that is thrown away: where what would leave the house goes instead. */
  channels?: readonly Channel[]
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
  /** When it is followed up that somebody may no longer do what he did. */
  officersSettled(): Promise<void>
  /** When every task that nobody could do by now is noted. */
  tasksSettled(): Promise<void>
  /** Answers Zeebe clients where the setting ZEEBE_GATEWAY says; returns the port, or nothing without the setting. */
  openGateway(): Promise<number | undefined>
  /** Finishes what was accepted and closes everything. */
  stop(): Promise<void>
}

const PROTO_FOLDER = fileURLToPath(new URL('./engine/gateway/grpc/proto', import.meta.url))

/** Puts the parts together: what opens the house is in `open-house.ts`, what makes it run is here. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, clock = clockOf(config), migrationsFolder, uiFolder, protoFolder = PROTO_FOLDER } = options
  mkdirSync(config.DATA_DIR, { recursive: true })
  const isThrownAway = options.channels !== undefined
  const migrations = migrationsFolder ? { migrationsFolder } : {}
  const db = openDatabase(databaseIn(config.DATA_DIR), { ...migrations, preGrowWal: !isThrownAway })
  const house = openHouse(config, db, clock, options.channels)
  if (config.DIRECT_PUBLISHING === 'yes' && !house.isDemo)
    throw new ConfigError(`DIRECT_PUBLISHING: found 'yes', but the database in '${config.DATA_DIR}' is a real office`)
  if (!isThrownAway) {
    house.rehearsals = rehearsalsOf(house, migrations)
    house.rehearsal = { runScenarios: async files => (await runScenarios(house, files)).map(verdictOf) }
  }
  house.engine.onCommit(house.drafts.dropCanceled)
  const isNew = house.journal.lastSeq() === 0
  if (isNew) await found(house)
  await shipLimits(house)
  await shipOfficeParameters(house)
  // Only a house with a gateway pays for it.
  const address = config.ZEEBE_GATEWAY
  const zeebe = address ? (await import('./api/clients/zeebe-door.ts')).createZeebeDoor(house, address) : undefined
  const api = createApi(house, uiFolder, zeebe?.routes)
  let workers: { close(): Promise<void> } | undefined
  let limitClock: LimitClock | undefined
  let certificateClock: CertificateClock | undefined
  let officerWatch: OfficerWatch | undefined
  let taskWatch: TaskWatch | undefined
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
      const personalNames = openPersonalNames(db.writer)
      workers ??= openWorkers({ ...house, personalNames, officers: officerTools(house) })
      house.engine.start()
      limitClock ??= startLimitClock(house)
      certificateClock ??= startCertificateClock(house)
      officerWatch ??= openOfficerWatch(officerTools(house))
      taskWatch ??= openTaskWatch(house)
      house.postOffice.start()
    },
    async limitsSettled() {
      await limitClock?.settled()
      await certificateClock?.settled()
    },
    officersSettled: async () => await officerWatch?.settled(),
    tasksSettled: async () => await taskWatch?.settled(),
    openGateway: async () => zeebe?.open(protoFolder),
    async stop() {
      await house.rehearsals?.close()
      await zeebe?.close()
      await limitClock?.close()
      await certificateClock?.close()
      await officerWatch?.close()
      await taskWatch?.close()
      await house.postOffice.close()
      await workers?.close()
      await house.engine.stop()
      db.close()
    },
  }
}

function clockOf({ CLOCK }: Config): OfficeClock {
  return createOfficeClock(CLOCK === undefined ? undefined : Date.parse(CLOCK))
}

/** What the watch over officers, and workers that end a certificate, look at. */
export function officerTools(house: House): OfficerTools {
  const { journal, diagrams, registers, evidenceDefects, log } = house
  return {
    ...house,
    certificates: registers.certificates,
    defects: evidenceDefects,
    matters: registers.matters,
    entryOf: journal.findEntry,
    wordsOf: async (key, elementId) => (await diagrams.get(key)).taskWords(elementId),
    onError: error => log.error({ err: error }, 'a follow-up of the officer watch failed'),
  }
}

/** More than begin with one commit. */
const NEWEST = 200

function startLimitClock(house: House): LimitClock {
  const { engine, clock, limits, limitParameters, calendars, instances, diagrams, people, log } = house
  return openLimitClock({
    engine,
    clock,
    limits,
    calendars,
    limitParameters,
    newestInstances: () => instances.page({ state: 'ACTIVE', limit: NEWEST }).items,
    caseOf: key => instances.caseOf(key),
    diagramOf: key => diagrams.get(key),
    officeOf: ({ processInstanceKey }) => {
      const org = instances.orgOf(processInstanceKey)
      return org === undefined ? undefined : (people.findOrganisation(org)?.entity ?? org)
    },
    onError: error => log.error({ err: error }, 'an act of the limit clock failed'),
  })
}

/** Offices in which administrators try procedures: the same house once more, in a folder that is emptied. */
function rehearsalsOf({ config, db, clock, isDemo }: House, migrations: OpenOptions): Rehearsals {
  const { CLOCK: _clock, ZEEBE_GATEWAY: _gateway, SMTP_URL: _mail, PROVINCE_URL: _province, ...settings } = config
  return openRehearsals({
    clock,
    office: db.writer.name,
    folder: join(config.DATA_DIR, 'rehearsals'),
    hasMail: config.SMTP_URL !== undefined,
    makeTemplate: path => openDatabase(path, { ...migrations, preGrowWal: false }).close(),
    openHouse: (folder, instant, channels) =>
      createApp({
        config: { ...settings, DATA_DIR: folder, DEMO: isDemo ? 'yes' : 'no' },
        clock: createOfficeClock(instant),
        channels,
        ...migrations,
      }),
  })
}

function startCertificateClock(house: House): CertificateClock {
  const { log } = house
  const onError = (error: unknown) => log.error({ err: error }, 'an act of the clock of certificates failed')
  return openCertificateClock({ ...house, onError })
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
