import { z } from '@hono/zod-openapi'
import { officeDate } from '../clock/office-date.ts'
import { DEMO_PASSWORD } from '../identity/passwords.ts'
import { roleName, roles } from '../identity/roles.ts'
import type { RegisteredPerson } from '../registers/people.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'

export const DemoAccountSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  kind: z.string().openapi({ description: 'The role it is grouped by; the first of a kind stands for it' }),
  roleName: z.string(),
  orgName: z.string(),
  password: z.string(),
})

/** Who may be played. */
export type DemoAccount = z.infer<typeof DemoAccountSchema>

const ORDER = Object.keys(roles)

/** Who may be played in a demo database, by kind of person; of a kind first who is nothing else, in the busiest office. */
export function demoAccounts({ people, clock }: House, language: Language): DemoAccount[] {
  const held = people.listPeople(officeDate(clock.now())).flatMap(person => {
    const accountId = people.findAccountOfPerson(person.personId)
    const isLocked = accountId !== undefined && people.findAccount(accountId)?.isLocked === true
    return accountId === undefined || isLocked ? [] : [{ ...person, accountId }]
  })
  const colleagues = new Map<string, number>()
  for (const person of held) colleagues.set(officeOf(person), (colleagues.get(officeOf(person)) ?? 0) + 1)
  const orgName = (org: string) => people.findOrganisation(org)?.name ?? org
  const join = (words: string[]) => [...new Set(words)].join(language === 'zh' ? '、' : ', ')
  return held
    .sort(
      (a, b) =>
        ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) ||
        a.appointments.length - b.appointments.length ||
        (colleagues.get(officeOf(b)) ?? 0) - (colleagues.get(officeOf(a)) ?? 0) ||
        officeOf(a).localeCompare(officeOf(b)),
    )
    .map(person => ({
      ...{ accountId: person.accountId, name: person.name, kind: kindOf(person), password: DEMO_PASSWORD },
      roleName: join(person.appointments.map(({ role }) => roleName(role, language))),
      orgName: join(person.appointments.map(({ org }) => orgName(org))),
    }))
}

const kindOf = ({ appointments }: RegisteredPerson) =>
  ORDER.find(role => appointments.some(held => held.role === role)) ?? ''
/** The street or department, whatever part of it somebody sits in. */
const officeOf = ({ appointments }: RegisteredPerson) => appointments[0]?.org.replace(/-(CEC|PMO|FIN|JS)$/, '') ?? ''
