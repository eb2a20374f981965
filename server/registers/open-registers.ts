import type { Database } from 'better-sqlite3'
import type { Json } from '../engine/index.ts'
import { type Certificates, openCertificates } from './certificates.ts'
import { type PeopleRegister, peopleDefinitions } from './people-registers.ts'
import { openPersonnel } from './personnel.ts'
import { openRow } from './register.ts'
import { openRegisterEntries } from './register-entries.ts'

/** Master data as it is kept and edited; who is in office today is asked of `People`. */
export interface Registers {
  /** The content of one row as its latest record had it. */
  find(register: PeopleRegister, id: string): Record<string, Json> | undefined
  personnel: ReturnType<typeof openPersonnel>
  certificates: Certificates
  entriesAbout: ReturnType<typeof openRegisterEntries>
}

/** Prepares the questions once. */
export function openRegisters(db: Database): Registers {
  const names = Object.keys(peopleDefinitions) as PeopleRegister[]
  const rows = new Map(names.map(name => [name, openRow(peopleDefinitions[name], db)]))
  return {
    find: (register, id) => rows.get(register)?.(id),
    personnel: openPersonnel(db),
    certificates: openCertificates(db),
    entriesAbout: openRegisterEntries(db),
  }
}
