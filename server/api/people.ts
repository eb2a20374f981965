import { z } from '@hono/zod-openapi'
import { officeDate } from '../clock/office-date.ts'
import { routes } from './environment.ts'
import { json, route } from './route.ts'
import { AppointmentSchema, appointmentJson } from './schemas/person.ts'

const Query = z.strictObject({ org: z.string().optional(), role: z.string().optional() })

const PeopleSchema = z
  .object({
    items: z.array(z.object({ personId: z.string(), name: z.string(), appointments: z.array(AppointmentSchema) })),
  })
  .openapi('People')

/** Who is appointed to what today; everybody who is signed in may know his colleagues. */
export const peopleRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/people',
    summary: 'People with their present appointments',
    request: { query: Query },
    responses: { 200: json(PeopleSchema, 'By name') },
  }),
  c => {
    const { house, language } = c.var
    const { org, role } = c.req.valid('query')
    const wanted = { ...(org !== undefined && { org }), ...(role !== undefined && { role }) }
    const items = house.people
      .listPeople(officeDate(house.clock.now()), wanted)
      .map(({ personId, name, appointments }) => ({
        personId,
        name,
        appointments: appointments.map(appointment => appointmentJson(house, appointment, language)),
      }))
    return c.json({ items }, 200)
  },
)
