import type { z } from '@hono/zod-openapi'
import type { Entry } from '../../journal/act.ts'
import type { Escalation } from '../../registers/escalations.ts'
import { describeEntry } from '../history.ts'
import { historyWords } from '../history-words.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import type { RegisterHistorySchema } from '../schemas/register.ts'
import type { EscalationJson } from './schemas.ts'

const labels = { to: { zh: '上报给', en: 'sent up to' } } as const

/** What became of something that went up: that it did, who took note of it and said what, how its task ended; newest first. */
export async function escalationHistory(
  house: House,
  escalation: Escalation,
  { to }: Pick<EscalationJson, 'to'>,
  language: Language,
): Promise<z.infer<typeof RegisterHistorySchema>> {
  const { processInstanceKey, seq } = escalation
  const instance = house.instances.find(processInstanceKey)
  const diagram = instance && (await house.diagrams.get(instance.processDefinitionKey))
  const items = house.journal
    .entriesOf(processInstanceKey, { after: seq - 1 })
    .filter(entry => isAbout(entry, escalation) && entry.verb in historyWords)
    .map(entry => {
      const { at, actor, sentence, happenedAt, late } = describeEntry(house, entry, diagram, language)
      const after = [to.roleName, to.orgName].filter(Boolean).join(' · ')
      return {
        ...{ seq: entry.seq, at, actor, sentence, reason: textOf(entry.payload?.note) },
        ...(happenedAt !== undefined && { happenedAt }),
        ...(late !== undefined && { late }),
        fields: entry.seq === seq ? [{ label: labels.to[language], before: null, after }] : [],
      }
    })
  return { items: items.reverse(), page: {} }
}

function isAbout({ seq, verb, subject, segments = [] }: Entry, escalation: Escalation): boolean {
  if (seq === escalation.seq) return true
  if (verb === 'escalation.note') return subject?.escalation === String(escalation.seq)
  const { userTaskKey } = escalation
  return segments.some(({ records }) =>
    records.some(
      ({ valueType, intent, key }) =>
        valueType === 'USER_TASK' && key === userTaskKey && (intent === 'COMPLETED' || intent === 'CANCELED'),
    ),
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
