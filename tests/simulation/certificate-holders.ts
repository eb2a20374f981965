import { establishmentOf } from '../../db/seed/district/staff-register.ts'
import { type DemoPerson, recordsOf } from '../../db/seed/person-records.ts'
import { officeDate } from '../../server/clock/office-date.ts'
import type { Json, Variables } from '../../server/engine/index.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import type { Office } from '../support/office.ts'
import type { Chance } from './chance.ts'
import type { AtHand } from './fill-form.ts'

/** Officers whose certificates the district gives and takes; the cases of the street are with others. Invented. */
const HOLDERS: readonly DemoPerson[] = [
  ...['艾青禾', '柏长松', '储万川', '狄春晓', '方既明', '葛远志', '桓清野', '季秋水'].map((name, at) =>
    officer(name, at),
  ),
  ...['康自牧', '黎望舒', '苗向阳', '聂晨光'].map((name, at) => officer(name, at + 8, null)),
]

function officer(name: string, at: number, certificate: string | null = `E420106-07${String(at).padStart(2, '0')}`) {
  const person = { personId: `holder-${at}`, name, groups: ['street-officer@LDJ-CEC'] }
  return certificate === null ? person : { ...person, certificate }
}

/** They, and where they stand in the establishment; two stand nowhere, which a clean-up finds. */
export const holderRecords: readonly RegisterRecord[] = [
  ...HOLDERS.flatMap((person, at) => [
    ...recordsOf({ ...person, hasAccount: true }),
    ...(at % 5 === 4 ? [] : establishmentOf({ ...person, certificate: 'any' })),
  ]),
]

/** Everybody else of these records who holds a certificate is on the establishment, so that a clean-up leaves him his. */
export function onTheEstablishment(records: readonly RegisterRecord[]): RegisterRecord[] {
  return records.flatMap(({ register, value }) =>
    register === 'certificates'
      ? establishmentOf({ personId: String(value?.personId), name: '', groups: ['officer@WC'], certificate: 'any' })
      : [],
  )
}

const ids = HOLDERS.map(({ personId }) => personId)
const CAN_BE_REPLACED = new Set(['valid', 'expired', 'lost', 'pending'])

/** What is applied for: consistent over the fields of one form. */
type Wanted = Record<'personId' | 'bizType' | 'certType' | 'oldCertNo', string>

/** Applications and proposals as somebody makes them who knows the registers. */
export function certificateHints(office: Office): Readonly<Record<string, AtHand['hints']>> {
  const plans = new WeakMap<AtHand, Wanted>()
  const planOf = (hand: AtHand): Wanted => {
    const known = plans.get(hand) ?? planned(office, hand)
    plans.set(hand, known)
    return known
  }
  const field = (name: keyof Wanted) => (hand: AtHand) => planOf(hand)[name]
  return {
    apply: {
      ...{ personId: field('personId'), bizType: field('bizType'), certType: field('certType') },
      ...{ oldCertNo: field('oldCertNo'), staffing: () => 'civilServant' },
    },
    'staffing-check': { inStaff: ({ chance }) => chance.is(0.9), staffingChecked: () => 'civilServant' },
    exam: {
      generalScore: ({ chance }) => chance.pick([45, 75, 90]),
      specialScore: ({ chance }) => chance.pick([70, 85]),
    },
    issue: { certNo: ({ now, chance }) => `E420106-9${now % 1_000_000}${chance.pick([1, 2, 3, 4, 5, 6, 7, 8, 9])}` },
    propose: { occurredAt: ({ now }) => officeDate(now), suspendUntil: ({ now }) => officeDate(now + 20 * 86_400_000) },
  }
}

function planned({ app }: Office, { variables, now, chance }: AtHand): Wanted {
  const { certificates } = app.house.registers
  // Of an application that came back it is known whose it is.
  const personId = typeof variables.holderId === 'string' ? variables.holderId : chance.pick(ids)
  const held = certificates.certificatesOf(personId, now).filter(({ state }) => CAN_BE_REPLACED.has(state))
  const valid = held.find(({ state }) => state === 'valid')
  if (!valid) return { personId, bizType: 'new', certType: 'enforcement', oldCertNo: '' }
  const bizType = chance.pick(['reissue', 'renew', 'changeInfo'])
  return { personId, bizType, certType: valid.kind, oldCertNo: valid.number }
}

/** A number that stands on no certificate. */
const MISREAD = 'E420106-0000'

/** The number of somebody's certificate, whether or not another proposes something about it; now and then one is misread. */
export function someNumber({ app }: Office, chance: Chance): string {
  const { certificates } = app.house.registers
  const numbers = ids.flatMap(id => certificates.certificatesOf(id, app.clock.now()).map(({ number }) => number))
  return numbers.length === 0 || chance.is(0.1) ? MISREAD : chance.pick(numbers)
}

/** Now and then somebody is credited with hours of training, or passes a retraining. */
export async function train(office: Office, chance: Chance, turn: number): Promise<void> {
  const keeper = await office.desk('yuan-bowen')
  const heldOn = officeDate(office.app.clock.now())
  for (const [n, personId] of ids.entries()) {
    if (!chance.is(0.08)) continue
    const kind = chance.pick(['common', 'professional', 'retraining'])
    const row: Variables = { trainingId: `T-${turn}-${n}`, personId, kind, hours: '30', course: '岗位培训', heldOn }
    await keeper.send<Json>('POST', '/catalogue/training-hours', { row: { ...row, result: 'passed' } })
  }
}
