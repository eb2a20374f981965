import { z } from '@hono/zod-openapi'
import { ESCALATION_KINDS } from '../../registers/escalation-kinds.ts'
import type { Escalation } from '../../registers/escalations.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'
import { Key } from '../route.ts'
import { requirePermission } from '../submit.ts'
import { readsEverything } from '../visibility.ts'
import { ESCALATION_HEADING, escalationCells } from './escalation-cells.ts'
import { escalationJson } from './limit-answers.ts'
import { escalationOffices } from './note-escalation.ts'
import type { EscalationJson } from './schemas.ts'

const EscalationFilter = z.strictObject({
  view: z.enum(['new', 'mine', 'all']).default('new'),
  processInstanceId: Key.optional(),
  q: z.string().trim().max(100).optional(),
  consequence: z.enum(['escalate', 'release', 'forfeit']).optional(),
  /** Why a procedure sent it up; `limit` where a limit is over. */
  why: z.enum(['limit', ...ESCALATION_KINDS]).optional(),
})

/** What went up, to whose offices it went; auditors and operators read all of it. */
export const escalations: ListedRegister<typeof EscalationFilter, Escalation, EscalationJson> = {
  filter: EscalationFilter,
  part(c, { view, processInstanceId, q, consequence, why }, { limit, after }) {
    const { house, caller } = c.var
    const isReader = readsEverything(caller.person)
    if (!isReader) requirePermission(caller.person, 'work')
    const text = q?.toLowerCase() ?? ''
    const bodies = house.people.listOrganisations().filter(({ name }) => name.toLowerCase().includes(text))
    const found = house.escalations.list({
      ...(isReader ? {} : { offices: escalationOffices(house, caller.person) }),
      ...(view === 'new' && !isReader && { unnotedBy: caller.person.personId }),
      ...(processInstanceId !== undefined && { processInstanceKey: processInstanceId }),
      ...(text !== '' && { q: { text, bodies: bodies.map(({ orgId }) => orgId) } }),
      ...(consequence !== undefined && { consequence }),
      ...(why !== undefined && { why }),
      ...(after !== undefined && { before: Number(after) }),
      limit: limit + 1,
    })
    return cut(found, limit, ({ seq }) => String(seq))
  },
  shown: ({ var: { house, caller, language } }, row) => escalationJson(house, row, { person: caller.person, language }),
  file: {
    ...{ verb: 'escalation.export', heading: ESCALATION_HEADING },
    lines: (escalation, c) => [escalationCells(escalation, c.var.language)],
  },
}
