import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type {
  Account,
  AccountSession,
  AccountState,
  CataloguePage,
  CatalogueRecord,
  CatalogueRegister,
  Certificate,
  CertificateKind,
  CertificateState,
  FileRegister,
  ImportReport,
  Invitation,
  Law,
  ListedPerson,
  OfficeParameter,
  OrganisationKind,
  OrganisationList,
  Page,
  PersonRecord,
  Qualification,
  RegisterHistory,
  Statute,
  StatuteFile,
  StatuteHit,
  StatuteImpact,
  StatuteImport,
  StatuteReading,
  UnmannedTask,
  Variables,
} from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()
const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

/** An appointment as it is entered. */
export interface NewAppointment {
  role: string
  org: string
  from: string
  to: string | null
  isActing: boolean
}

/** Name, kind and place of an organisation. */
export interface OrganisationContent {
  name: string
  kind: OrganisationKind
  parent: string | null
  entity: string | null
}

/** The questions and acts on master data. */
export const registersOf = (server: Server) => ({
  personnel: (
    query: { q?: string; org?: string; role?: string; day?: string; after?: string },
    signal?: Signal,
  ): Promise<Page<ListedPerson>> => read(server.personnel.$get({ query }, until(signal))),
  person: (personId: string, signal?: Signal): Promise<PersonRecord> =>
    read(server.personnel[':personId'].$get({ param: { personId } }, until(signal))),
  personHistory: (personId: string, after?: string, signal?: Signal): Promise<RegisterHistory> =>
    read(
      server.personnel[':personId'].history.$get(
        { param: { personId }, query: { limit: '20', ...(after ? { after } : {}) } },
        until(signal),
      ),
    ),
  addPerson: (json: { personId: string; name: string; appointments: NewAppointment[] }) =>
    done(server.personnel.$post({ json })),
  renamePerson: (personId: string, json: { name: string; reason: string }) =>
    done(server.personnel[':personId'].$patch({ param: { personId }, json })),
  setMailAddress: (personId: string, json: { mail: string | null; reason: string }) =>
    done(server.personnel[':personId'].mail.$put({ param: { personId }, json })),
  appoint: (personId: string, json: NewAppointment) =>
    done(server.personnel[':personId'].appointments.$post({ param: { personId }, json })),
  changeAppointment: (
    personId: string,
    json: { appointmentId: string; to: string | null; isActing: boolean; isEnded: boolean; reason: string },
  ) => done(server.personnel[':personId'].appointments.$patch({ param: { personId }, json })),
  putQualification: (personId: string, json: Qualification & { reason: string }) =>
    done(server.personnel[':personId'].qualification.$put({ param: { personId }, json })),

  accounts: (query: { q?: string; state?: AccountState; after?: string }, signal?: Signal): Promise<Page<Account>> =>
    read(server.accounts.$get({ query }, until(signal))),
  openAccount: (json: { accountId: string; personId: string }): Promise<Invitation> =>
    read(server.accounts.$post({ json })),
  resetAccount: (accountId: string, reason: string): Promise<Invitation> =>
    read(server.accounts[':accountId'].invitation.$post({ param: { accountId }, json: { reason } })),
  setAccountState: (accountId: string, json: { state: 'locked' | 'active'; reason: string }) =>
    done(server.accounts[':accountId'].state.$put({ param: { accountId }, json })),
  sessions: (accountId: string): Promise<{ items: AccountSession[] }> =>
    read(server.accounts[':accountId'].sessions.$get({ param: { accountId } })),
  endSession: (accountId: string, sessionId: string) =>
    done(server.accounts[':accountId'].sessions[':sessionId'].$delete({ param: { accountId, sessionId } })),
  endSessions: (accountId: string) => done(server.accounts[':accountId'].sessions.$delete({ param: { accountId } })),

  organisations: (signal?: Signal, day?: string): Promise<OrganisationList> =>
    read(server.organisations.$get({ query: day ? { day } : {} }, until(signal))),
  organisationHistory: (orgId: string): Promise<RegisterHistory> =>
    read(server.organisations[':orgId'].history.$get({ param: { orgId }, query: { limit: '50' } })),
  addOrganisation: (json: OrganisationContent & { orgId: string }) => done(server.organisations.$post({ json })),
  changeOrganisation: (orgId: string, json: OrganisationContent & { from: string; reason: string }) =>
    done(server.organisations[':orgId'].$patch({ param: { orgId }, json })),
  dissolveOrganisation: (
    orgId: string,
    json: { from: string; successor: string | null; takesOver: boolean; reason: string },
  ) => done(server.organisations[':orgId'].dissolution.$post({ param: { orgId }, json })),

  certificates: (
    query: {
      q?: string
      kind?: CertificateKind
      state?: CertificateState
      endingWithin?: string
      day?: string
      after?: string
    },
    signal?: Signal,
  ): Promise<Page<Certificate>> => read(server.certificates.$get({ query }, until(signal))),
  addCertificate: (json: {
    personId: string
    kind: CertificateKind
    number: string
    validFrom: string
    validTo: string
  }) => done(server.certificates.$post({ json })),
  turnCertificate: (
    certificateId: string,
    json: {
      state: 'valid' | 'suspended' | 'withdrawn' | 'cancelled' | 'lost'
      effectiveAt: string
      reason: string
      lateReason?: string
    },
  ) => done(server.certificates[':certificateId'].states.$post({ param: { certificateId }, json })),
  changeCertificate: (certificateId: string, json: { validFrom: string; validTo: string; reason: string }) =>
    done(server.certificates[':certificateId'].$patch({ param: { certificateId }, json })),

  statutes: (q: string, signal?: Signal): Promise<{ items: Law[]; hits: StatuteHit[] }> =>
    read(server.statutes.$get({ query: q ? { q } : {} }, until(signal))),
  statute: (name: string, day?: string, signal?: Signal): Promise<Statute> =>
    read(server.statutes[':name'].$get({ param: { name }, query: day ? { day } : {} }, until(signal))),
  statuteHistory: (name: string): Promise<RegisterHistory> =>
    read(server.statutes[':name'].history.$get({ param: { name }, query: { limit: '50' } })),
  readStatute: (json: StatuteFile & { isPartial: boolean }): Promise<StatuteReading> =>
    read(server['statute-readings'].$post({ json })),
  statuteImpact: (name: string, day?: string, signal?: Signal): Promise<StatuteImpact> =>
    read(server.statutes[':name'].impact.$get({ param: { name }, query: day ? { day } : {} }, until(signal))),
  importStatute: (json: StatuteImport): Promise<{ isNew: boolean }> => read(server.statutes.$post({ json })),
  correctStatute: (
    textId: string,
    json: { promulgatedOn: string; inForceFrom: string; inForceTo: string | null; reason: string },
  ) => done(server['statute-texts'][':textId'].$patch({ param: { textId }, json })),
  removeStatute: (textId: string, reason: string) =>
    done(server['statute-texts'][':textId'].removal.$post({ param: { textId }, json: { reason } })),

  catalogue: (
    register: CatalogueRegister,
    query: { q?: string; org?: string; kind?: string; day?: string; after?: string },
    signal?: Signal,
  ): Promise<CataloguePage> => read(server.catalogue[':register'].$get({ param: { register }, query }, until(signal))),
  catalogueRow: (register: CatalogueRegister, id: string, signal?: Signal): Promise<CatalogueRecord> =>
    read(server.catalogue[':register'][':id'].$get({ param: { register, id } }, until(signal))),
  catalogueHistory: (register: CatalogueRegister, id: string, signal?: Signal): Promise<RegisterHistory> =>
    read(
      server.catalogue[':register'][':id'].history.$get(
        { param: { register, id }, query: { limit: '50' } },
        until(signal),
      ),
    ),
  addCatalogueRow: (register: CatalogueRegister, row: Variables): Promise<{ id: string }> =>
    read(server.catalogue[':register'].$post({ param: { register }, json: { row } })),
  changeCatalogueRow: (register: CatalogueRegister, id: string, row: Variables, reason: string) =>
    done(server.catalogue[':register'][':id'].$put({ param: { register, id }, json: { row, reason } })),

  officeParameters: (signal?: Signal): Promise<{ items: OfficeParameter[] }> =>
    read(server['office-parameters'].$get({}, until(signal))),
  officeParameterVersions: (key: string): Promise<{ items: OfficeParameter[] }> =>
    read(server['office-parameters'][':key'].$get({ param: { key } })),
  setOfficeParameter: (
    key: string,
    seq: number,
    json: { value: OfficeParameter['value']; effectiveFrom: string; reason: string },
  ) => done(server['office-parameters'][':key'].$put({ param: { key }, json, header: { 'if-match': `"${seq}"` } })),

  unmannedTasks: (signal?: Signal): Promise<{ items: UnmannedTask[] }> =>
    read(server['unmanned-tasks'].$get({}, until(signal))),

  importFile: (register: FileRegister, json: { text: string; isDryRun: boolean }): Promise<ImportReport> =>
    read(server['register-files'][':register'].$post({ param: { register }, json })),
})

/** Where a register is fetched as a file, as of a day if one is given. */
export const registerFile = (register: FileRegister | 'organisations', day?: string): string =>
  `/api/register-files/${register}${day ? `?day=${day}` : ''}`
