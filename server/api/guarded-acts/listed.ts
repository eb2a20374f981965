import { z } from '@hono/zod-openapi'
import { policyWords } from '../../policies/index.ts'
import type { GuardedAct } from '../../registers/guarded-acts.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'
import { requirePermission } from '../submit.ts'
import { GUARDED_HEADING, guardedCells } from './cells.ts'
import { type GuardedActJson, LawVerbSchema, UsedVerdict } from './schemas.ts'

const GuardedFilter = z.strictObject({
  verb: LawVerbSchema.optional(),
  verdict: UsedVerdict.optional(),
  q: z.string().max(50).optional(),
})

/** Every act in which a guarded verb was used; auditors read it. */
export const guardedActsList: ListedRegister<typeof GuardedFilter, GuardedAct, GuardedActJson> = {
  filter: GuardedFilter,
  part(c, filter, { limit, after }) {
    const { house, caller } = c.var
    requirePermission(caller.person, 'audit')
    const found = house.guardedActs.list({ ...filter, after, limit: limit + 1 })
    return cut(found, limit, ({ seq, verb }) => `${seq}/${verb}`)
  },
  shown: ({ var: { house, language } }, row) => guardedJson(house, row, language),
  file: {
    ...{ verb: 'guarded-act.export', heading: GUARDED_HEADING },
    lines: (act, c) => [guardedCells(act, c.var.language)],
  },
}

async function guardedJson(house: House, act: GuardedAct, language: Language): Promise<GuardedActJson> {
  const { seq, verb, verdict, kind, reason, caseNo, processInstanceKey, userTaskKey, elementId } = act
  const named = (id: string) => ({ id, name: house.people.nameOf(id) ?? id })
  const word = (id: string, otherwise: string) => policyWords[id]?.[language] ?? otherwise
  return {
    ...{ id: `${seq}/${verb}`, verb, verdict, reason, caseNo, processInstanceKey, userTaskKey },
    verbName: word(`law-verb.${verb}`, verb),
    kindName: word(`kind.${kind ?? 'unstated'}`, kind ?? ''),
    at: new Date(act.at).toISOString(),
    actor: named(act.actorId),
    from: act.fromId === null ? null : named(act.fromId),
    to: act.toId === null ? null : named(act.toId),
    task: (await house.diagrams.get(act.processDefinitionKey)).nameOf(elementId),
  }
}
