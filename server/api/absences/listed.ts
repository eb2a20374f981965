import { z } from '@hono/zod-openapi'
import { officeDate } from '../../clock/office-date.ts'
import { officeTime } from '../../clock/office-time.ts'
import type { Person } from '../../identity/person.ts'
import { ABSENCE_KINDS, type Absence, type AbsenceKind } from '../../registers/absences.ts'
import { superiorOffice } from '../acts/superior-guard.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'
import { NamedId } from '../schemas/register.ts'
import type { AbsenceJson } from './schemas.ts'

const AbsenceFilter = z.strictObject({
  view: z.enum(['current', 'all']).default('current'),
  personId: NamedId.optional(),
  q: z.string().max(50).optional(),
})

/** Who is away: colleagues know until when and who acts for him, not why. */
export const absencesList: ListedRegister<typeof AbsenceFilter, Absence, AbsenceJson> = {
  filter: AbsenceFilter,
  part(c, { view, personId, q }, { limit, after }) {
    const { house } = c.var
    const since = view === 'current' ? officeDate(house.clock.now()) : undefined
    const found = house.absences.list({ personId, q, since, after, limit: limit + 1 })
    return cut(found, limit, ({ absenceId }) => absenceId)
  },
  shown: ({ var: { house, caller } }, row) => absenceJson(house, caller.person, row),
  file: {
    verb: 'absence.export',
    heading: {
      zh: ['人员', '起日', '止日', '类别', '代理人', '状态', '说明', '登记人', '登记时间'],
      en: ['Person', 'From', 'To', 'Kind', 'Substitute', 'State', 'Note', 'Entered by', 'Entered'],
    },
    lines: (absence, c) => [absenceCells(absence, c.var.language)],
  },
}

type Word = Readonly<Record<Language, string>>
const KINDS: Readonly<Record<AbsenceKind, Word>> = {
  leave: { zh: '休假', en: 'leave' },
  sick: { zh: '病假', en: 'illness' },
  trip: { zh: '出差', en: 'duty trip' },
  training: { zh: '培训', en: 'training' },
  other: { zh: '其他', en: 'other' },
}
const STATES: Readonly<Record<AbsenceJson['state'], Word>> = {
  now: { zh: '缺勤中', en: 'away' },
  coming: { zh: '未开始', en: 'coming' },
  past: { zh: '已过', en: 'past' },
  ended: { zh: '提前结束', en: 'ended' },
}

function absenceCells(each: AbsenceJson, language: Language): string[] {
  const kind = each.kind && ABSENCE_KINDS.includes(each.kind) ? KINDS[each.kind][language] : ''
  return [
    ...[each.person.name, each.fromDay, each.toDay, kind, each.substitute?.name ?? '', STATES[each.state][language]],
    ...[each.note ?? '', each.enteredBy.name, officeTime(each.enteredAt)],
  ]
}

function absenceJson(house: House, reader: Person, row: Absence): AbsenceJson {
  const { people, clock } = house
  const named = (id: string) => ({ id, name: people.nameOf(id) ?? id })
  const { absenceId, personId, fromDay, toDay, substituteId } = row
  const isOwn = reader.personId === personId
  const isKnown = isOwn || knowsWhy(house, reader, personId)
  const state = stateOf(row, officeDate(clock.now()))
  const mayEnd = isOwn || reader.permissions.includes('administrate')
  return {
    ...{ absenceId, fromDay, toDay, state, person: named(personId) },
    kind: isKnown ? row.kind : null,
    note: isKnown ? row.note : null,
    substitute: substituteId === null ? null : named(substituteId),
    enteredBy: named(row.enteredBy),
    enteredAt: new Date(row.enteredAt).toISOString(),
    canEnd: mayEnd && (state === 'now' || state === 'coming'),
  }
}

function knowsWhy(house: House, reader: Person, personId: string): boolean {
  if (reader.permissions.some(each => each === 'administrate' || each === 'audit')) return true
  return superiorOffice(house, reader, { candidateGroups: [], candidateUsers: [], assignee: personId }) !== undefined
}

function stateOf({ fromDay, toDay, endedAt }: Absence, today: string): AbsenceJson['state'] {
  if (endedAt !== null) return 'ended'
  if (fromDay > today) return 'coming'
  return toDay < today ? 'past' : 'now'
}
