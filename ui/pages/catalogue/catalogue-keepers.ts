import type { CatalogueRegister, Permission } from '../../api-types.ts'
import { may } from '../../session.ts'

/** Registers of people's service: who enters rows, and who else reads them. The server refuses all others. */
const OF_SERVICE: readonly Permission[] = ['staffing', 'training', 'certify', 'catalogue', 'audit']
const KEEPERS: Partial<Record<CatalogueRegister, Permission>> = {
  ...{ 'staff-register': 'staffing', 'training-hours': 'training', 'retirement-ages': 'certify' },
}
const READERS: Partial<Record<CatalogueRegister, readonly Permission[]>> = {
  ...{ 'staff-register': OF_SERVICE, 'training-hours': OF_SERVICE },
}

/** Whether who is signed in enters rows of a register. */
export const mayKeep = (register: CatalogueRegister): boolean => may([KEEPERS[register] ?? 'catalogue'])

/** Whether who is signed in reads a register. */
export const mayRead = (register: CatalogueRegister): boolean => {
  const readers = READERS[register]
  return readers === undefined || may(readers)
}
