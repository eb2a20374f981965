import { CERTIFICATE_KINDS, type CertificateKind } from '../../registers/certificates.ts'
import { certificateChange } from '../acts/certificates.ts'
import type { House } from '../house.ts'
import { valueWord, valueWords } from '../register-words.ts'
import type { Table } from './table.ts'

/** Certificates, one row each; what became of one is an act of its own, never of a file. */
export const certificatesTable: Table = {
  register: 'certificates',
  columns: ['personId', 'kind', 'number', 'validFrom', 'validTo'],
  optional: [],

  pastColumns: ['state'],

  *write({ registers }: House, { at, day, isPast }) {
    for (const { personId, kind, number, validFrom, validTo, state } of registers.certificateList.all(at)) {
      const row = [personId, kindName(kind), number, validFrom, validTo]
      if (!isPast) yield row
      else if (validFrom <= day) yield [...row, valueWord('certificates', 'state', state, 'zh')]
    }
  },

  keyOf: ({ kind, number }) => `${kind} ${number}`,

  read(house, cells, complaints) {
    const { personId = '', number = '', validFrom = '', validTo = '' } = cells
    const kind = CERTIFICATE_KINDS.find(each => each === cells.kind || kindName(each) === cells.kind)
    if (!kind)
      complaints.add('kind', 'register.unknown-value', { found: cells.kind, allowed: CERTIFICATE_KINDS.map(kindName) })
    if (house.people.nameOf(personId) === undefined)
      complaints.add('personId', 'register.unknown-person', { found: personId })
    complaints.period(['validFrom', validFrom], ['validTo', validTo])
    if (!kind) return []
    const change = certificateChange(house, { personId, kind, number, validFrom, validTo })
    // A number is one person's for good; a file cannot hand it on.
    if (change.before && change.before.personId !== personId)
      complaints.add('number', 'register.number-taken', { found: number })
    return [change]
  },
}

function kindName(kind: CertificateKind): string {
  return valueWords[kind]?.zh ?? kind
}
