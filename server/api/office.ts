import { z } from '@hono/zod-openapi'
import { OFFICE_ZONE } from '../clock/office-clock.ts'
import { officeDate } from '../clock/office-date.ts'
import { DemoAccountSchema, demoAccounts } from './demo-accounts.ts'
import { routes } from './environment.ts'
import { json, route } from './route.ts'
import { bringsToken } from './sign-in.ts'

const OfficeSchema = z
  .object({
    now: z.string(),
    date: z.string(),
    /** By the calendar of working days. */
    dayKind: z.enum(['workday', 'weekend', 'holiday', 'made-up-workday']),
    timeZone: z.literal(OFFICE_ZONE),
    demo: z.boolean(),
    demoAccounts: z.array(DemoAccountSchema).optional(),
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
        dayKind: house.calendars.latest().kindOf(officeDate(now)),
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
