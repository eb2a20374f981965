import { roleName, roles } from '../../identity/roles.ts'
import { changeOf } from '../acts/change-registers.ts'
import { appointmentChange } from '../acts/people.ts'
import { checkAppointment, PERSON_ID } from '../acts/register-checks.ts'
import type { House } from '../house.ts'
import { valueWords } from '../register-words.ts'
import type { Table } from './table.ts'

const ACTING = valueWords.acting?.zh ?? ''

/** People with their appointments, one row an appointment; somebody without any has one row with an empty role. */
export const appointmentsTable: Table = {
  register: 'appointments',
  columns: ['personId', 'name', 'role', 'org', 'validFrom', 'validTo', 'capacity'],
  optional: ['role', 'org', 'validFrom', 'validTo', 'capacity'],

  *write(house, { day, isPast }) {
    for (const { personId, name } of house.registers.personnel.all(day, isPast)) {
      const held = isPast
        ? (house.people.findPerson(personId, day)?.appointments ?? [])
        : house.people.appointmentsOf(personId).filter(({ endedAt }) => endedAt === null)
      if (held.length === 0) yield [personId, name, ...EMPTY]
      for (const { role, org, from, to, isActing } of held)
        yield [...[personId, name, roleName(role), org, from, to], isActing ? ACTING : null]
    }
  },

  keyOf: ({ personId, role, org, validFrom }) => [personId, role, org, validFrom].join(' '),

  read(house, cells, complaints, above) {
    const { personId = '', name = '' } = cells
    if (!PERSON_ID.test(personId)) complaints.add('personId', 'register.not-an-id', { found: personId })
    if (cells.capacity !== '' && cells.capacity !== ACTING)
      complaints.add('capacity', 'register.unknown-value', { found: cells.capacity, allowed: [ACTING] })
    const person = changeOf(house, 'persons', personId, { name })
    const isKnown = above.some(({ register, id }) => register === 'persons' && id === personId)
    const changes = isKnown ? [] : [person]
    if (cells.role === '' && cells.org === '') return changes
    const wanted = {
      ...{ role: roleOf(cells.role ?? ''), org: orgOf(house, cells.org ?? ''), from: cells.validFrom ?? '' },
      ...{ to: cells.validTo || null, isActing: cells.capacity === ACTING },
    }
    const change = appointmentChange(house, personId, wanted)
    const others = house.people
      .appointmentsOf(personId)
      .filter(({ appointmentId, endedAt }) => appointmentId !== change.id && endedAt === null)
    const rowsAbove = above.flatMap(({ register, after }) =>
      register === 'appointments' && after.personId === personId ? [appointmentOf(after)] : [],
    )
    checkAppointment(house, wanted, [...others, ...rowsAbove], complaints, ['validFrom', 'validTo'])
    return [...changes, change]
  },
}

const EMPTY = [null, null, null, null, null]

function roleOf(text: string): string {
  return Object.entries(roles).find(([id, { zh, en }]) => [id, zh, en].includes(text))?.[0] ?? text
}

/** An organisation by its id, or by its name if no other bears it. */
function orgOf({ people }: House, text: string): string {
  const named = people.listOrganisations().filter(({ orgId, name }) => orgId === text || name === text)
  return named.length === 1 ? (named[0]?.orgId ?? text) : text
}

function appointmentOf(after: Record<string, unknown>) {
  const { role, org, validFrom, validTo } = after
  return {
    role: String(role),
    org: String(org),
    from: String(validFrom),
    to: validTo === null ? null : String(validTo),
  }
}
