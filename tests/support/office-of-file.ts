import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { type Office, openOffice } from './office.ts'

let shared: Promise<Office> | undefined
let opensAt: number | undefined
let alsoHas: readonly RegisterRecord[] = []

/** A moment in Beijing, `2026-09-24 10:00`, as UTC ms. */
export const instantOf = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)

/** Lets the office of this file begin at a moment in Beijing, `2026-09-24 10:00`, instead of the usual one. */
export function officeOpensAt(moment: string): void {
  opensAt = instantOf(moment)
}

/** Lets the office of this file know more organisations, people and powers; their password is that of everybody. */
export function officeAlsoHas(records: readonly RegisterRecord[]): void {
  alsoHas = [...alsoHas, ...records]
}

/** The office on a temporary database that serves the tests of a file. */
export function officeOfFile(): Promise<Office> {
  shared ??= openOffice({}, opensAt).then(furnished)
  return shared
}

async function furnished(office: Office): Promise<Office> {
  if (alsoHas.length > 0) await office.app.enter([...alsoHas], DEMO_PASSWORD)
  return office
}

/** Closes the office of a file; the next file says anew when its own opens and whom it knows. */
export async function closeOffice(): Promise<void> {
  const open = shared
  shared = undefined
  opensAt = undefined
  alsoHas = []
  await (await open)?.close()
}
