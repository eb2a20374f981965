import { expect } from 'vitest'
import type { CertificateOffice, Matter } from './certificate-office.ts'

const HOUR = 3_600_000

/** Lets the limit of an open task pass by nine hours; by that alone nothing is decided. @returns what went up, the latest last */
export async function overdue(office: CertificateOffice, matter: Matter, elementId: string): Promise<string[]> {
  await passed(office, matter, elementId)
  expect(await matter.openTasks()).toContain(elementId)
  return wentUp(office, matter)
}

/** The same of a limit whose end leads on. */
export async function passed(office: CertificateOffice, matter: Matter, elementId: string): Promise<void> {
  const { dueDate } = (await matter.limitOf(elementId))!
  const after = new Date(Date.parse(dueDate) + 17 * HOUR).toISOString()
  await office.at(`${after.slice(0, 10)} ${after.slice(11, 16)}`)
  await office.app.limitsSettled()
}

/** What went up from a matter, as `limit role@org`, the latest last. */
export function wentUp(office: CertificateOffice, { key }: Matter): string[] {
  return office.app.house.escalations
    .list({ processInstanceKey: key, limit: 20 })
    .map(({ parameterKey, toRole, toOrg }) => `${parameterKey} ${toRole}@${toOrg}`)
    .reverse()
}

/** Whom limits of certificates go up to. */
export const ABOVE = {
  keeper: 'justice-cert-admin@WC-SFJ',
  leader: 'justice-bureau-leader@WC-SFJ',
  district: 'district-leader@WC-GOV',
} as const
