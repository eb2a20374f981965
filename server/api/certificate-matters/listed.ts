import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { officeDate } from '../../clock/office-date.ts'
import { type CertificateMatter, MATTER_KINDS, MATTER_OUTCOMES } from '../../registers/certificate-matters.ts'
import type { Officer } from '../../registers/officers.ts'
import { admitReader } from '../admit.ts'
import type { Environment } from '../environment.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'
import { MATTER_HEADING, matterCells, matterJson, OFFICER_HEADING, officerCells, officerJson } from './rows.ts'
import type { MatterSchema, OfficerSchema } from './schemas.ts'

/** Who reads what is kept of people and their papers. */
export const CERTIFICATE_READERS = ['certify', 'administrate', 'audit'] as const

const MatterFilter = z.strictObject({
  q: z.string().max(50).optional(),
  kind: z.enum(MATTER_KINDS).optional(),
  outcome: z.enum([...MATTER_OUTCOMES, 'open']).optional(),
  batchId: z.string().max(20).optional(),
})
const OfficerFilter = z.strictObject({ q: z.string().max(50).optional(), org: z.string().max(60).optional() })

const admit = (c: Context<Environment>) => admitReader(c, CERTIFICATE_READERS)

/** Applications for certificates and disposals of them; their file is what is reported to the province. */
export const certificateMatters: ListedRegister<
  typeof MatterFilter,
  CertificateMatter,
  z.infer<typeof MatterSchema>
> = {
  filter: MatterFilter,
  part(c, filter, { limit, after }) {
    admit(c)
    const found = c.var.house.registers.matters.list({ ...filter, after, limit: limit + 1 })
    return cut(found, limit, ({ matterId }) => matterId)
  },
  shown: ({ var: { house } }, row) => matterJson(house, row),
  file: {
    ...{ verb: 'certificate-matter.export', heading: MATTER_HEADING },
    lines: (matter, c) => [matterCells(matter, c.var.language)],
  },
}

/** Officers with their papers. */
export const officers: ListedRegister<typeof OfficerFilter, Officer, z.infer<typeof OfficerSchema>> = {
  filter: OfficerFilter,
  part(c, filter, { limit, after }) {
    admit(c)
    const { registers, clock } = c.var.house
    const now = clock.now()
    const query = { ...filter, after, limit: limit + 1 }
    return cut(registers.officers(query, officeDate(now), new Date(now).toISOString()), limit, each => each.personId)
  },
  shown: ({ var: { house } }, row) => officerJson(house, row),
  file: {
    ...{ verb: 'officer.export', heading: OFFICER_HEADING },
    lines: (officer, c) => [officerCells(officer, c.var.language)],
  },
}
