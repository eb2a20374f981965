import type { Database } from 'better-sqlite3'
import type { Json } from '../engine/index.ts'
import { openCatalogueList } from './catalogue-list.ts'
import { type CertificateList, openCertificateList } from './certificate-list.ts'
import { type CertificateMatters, openCertificateMatters } from './certificate-matters.ts'
import { type CertificateReminders, openCertificateReminders } from './certificate-reminders.ts'
import { type Certificates, openCertificates } from './certificates.ts'
import { type CleanupBatches, openCleanupBatches } from './cleanup-batches.ts'
import { type MasterRegister, masterDefinitions } from './master-registers.ts'
import { openOfficers } from './officers.ts'
import { openPersonnel, type Personnel } from './personnel.ts'
import { openPreservedGoods, type PreservedGoods } from './preserved-goods.ts'
import { openProvinceReports, type ProvinceReports } from './province-reports.ts'
import { openPublicNotices, type PublicNotices } from './public-notices.ts'
import { openRow } from './register.ts'
import { openRegisterEntries } from './register-entries.ts'
import { openRegisterVersions, type RegisterVersions } from './register-versions.ts'
import { openServiceFacts, type ServiceFacts } from './service-facts.ts'

/** Master data as it is kept and edited; who is in office today is asked of `People`. */
export interface Registers {
  /** The content of one row as its latest record had it. */
  find(register: MasterRegister, id: string): Record<string, Json> | undefined
  personnel: Personnel
  certificates: Certificates
  certificateList: CertificateList
  versions: RegisterVersions
  matters: CertificateMatters
  reminders: CertificateReminders
  provinceReports: ProvinceReports
  preservedGoods: PreservedGoods
  officers: ReturnType<typeof openOfficers>
  batches: CleanupBatches
  notices: PublicNotices
  service: ServiceFacts
  catalogue: ReturnType<typeof openCatalogueList>
  /** The id of the change of an organisation that holds on a date. */
  latestOrganisationChange(orgId: string, date: string): string | undefined
  /** Whether a file is a document of the catalogue, which everybody in office may read. */
  isOfCatalogue(fileId: string): boolean
  entriesAbout: ReturnType<typeof openRegisterEntries>
}

/** Prepares the questions once. */
export function openRegisters(db: Database): Registers {
  const personnel = openPersonnel(db)
  const certificates = openCertificates(db)
  const names = Object.keys(masterDefinitions) as MasterRegister[]
  const rows = new Map(names.map(name => [name, openRow(masterDefinitions[name], db)]))
  const organisationChange = db
    .prepare<[string, string], string>(
      'SELECT change_id FROM organisation_change WHERE org_id = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1',
    )
    .pluck()
  const confirmation = db.prepare<[string]>('SELECT 1 FROM empowerment_confirmation WHERE file_id = ? LIMIT 1')
  return {
    find: (register, id) => rows.get(register)?.(id),
    personnel,
    certificates,
    certificateList: openCertificateList(db, certificates),
    versions: openRegisterVersions(db),
    matters: openCertificateMatters(db),
    reminders: openCertificateReminders(db),
    provinceReports: openProvinceReports(db),
    preservedGoods: openPreservedGoods(db),
    officers: openOfficers(db),
    batches: openCleanupBatches(db),
    notices: openPublicNotices(db),
    service: openServiceFacts(db),
    catalogue: openCatalogueList(db),
    latestOrganisationChange: (orgId, date) => organisationChange.get(orgId, date),
    isOfCatalogue: fileId => confirmation.get(fileId) !== undefined,
    entriesAbout: openRegisterEntries(db),
  }
}
