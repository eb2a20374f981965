import { z } from '@hono/zod-openapi'
import { OFFICE_ZONE } from '../clock/office-clock.ts'
import { officeDate } from '../clock/office-date.ts'
import { DEMO_PASSWORD } from '../identity/passwords.ts'
import { roleName } from '../identity/roles.ts'
import { routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { json, route } from './route.ts'
import { bringsToken } from './sign-in.ts'

const DemoAccount = z.object({
  accountId: z.string(),
  name: z.string(),
  roleName: z.string(),
  orgName: z.string(),
  password: z.string(),
})

const OfficeSchema = z
  .object({
    now: z.string(),
    date: z.string(),
    timeZone: z.literal(OFFICE_ZONE),
    demo: z.boolean(),
    demoAccounts: z.array(DemoAccount).optional(),
    needsSetUp: z.boolean(),
    /** Whether it is worth asking who is signed in: a first visit should not begin with a 401. */
    bringsSession: z.boolean(),
  })
  .openapi('Office')

/** What everybody may know before signing in: the office's day, and in a demo database who may be played. */
export const officeRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/office',
    summary: 'The office and its clock',
    responses: { 200: json(OfficeSchema, 'The office') },
  }),
  c => {
    const { house, language } = c.var
    const now = house.clock.now()
    return c.json(
      {
        now: new Date(now).toISOString(),
        date: officeDate(now),
        timeZone: OFFICE_ZONE,
        demo: house.isDemo,
        ...(house.isDemo && { demoAccounts: demoAccounts(house, language) }),
        needsSetUp: house.setUp.token !== undefined,
        bringsSession: bringsToken(c),
      },
      200,
    )
  },
)

/** Who may be played in a demo database, with all offices each holds. */
export function demoAccounts({ people, clock }: House, language: Language): z.infer<typeof DemoAccount>[] {
  return people.listPeople(officeDate(clock.now())).flatMap(({ personId, name, appointments }) => {
    const accountId = people.findAccountOfPerson(personId)
    if (accountId === undefined) return []
    const join = (words: string[]) => [...new Set(words)].join(language === 'zh' ? '、' : ', ')
    return {
      accountId,
      name,
      roleName: join(appointments.map(({ role }) => roleName(role, language))),
      orgName: join(appointments.map(({ org }) => people.findOrganisation(org)?.name ?? org)),
      password: DEMO_PASSWORD,
    }
  })
}
