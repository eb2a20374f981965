import { officeDate } from '../clock/office-date.ts'
import type { House } from './house.ts'

interface Listed {
  label: string
  value: string
}

/** Bodies that act in their own name towards others. */
const OFFICES: ReadonlySet<string> = new Set(['subdistrict', 'empowering-department', 'department', 'superior'])

/** Lists a form may take its options from by `valuesKey` that are the same for everybody. */
export const masterLists: Readonly<Record<string, (house: House) => Listed[]>> = {
  /** Streets, departments and bodies above that stand today. */
  offices: ({ people }) =>
    people
      .listOrganisations()
      .filter(({ kind, state }) => kind !== null && OFFICES.has(kind) && state !== 'dissolved')
      .map(({ orgId, name }) => ({ label: name, value: orgId })),
  /** Matters in force today. */
  items: ({ items, clock }) =>
    items
      .list(officeDate(clock.now()))
      .map(({ itemCode, name }) => ({ label: `${name}（${itemCode}）`, value: itemCode })),
}
