import { api } from '../../api.ts'
import type { Certificate, CertificateKind } from '../../api-types.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { officeNow } from '../../office-time.ts'
import { t } from '../../words/index.ts'

const OFFICE_OFFSET_MS = 8 * 3_600_000

/** Enters a certificate; of this person, or of whoever is named. */
export const addCertificate = (personId?: string): Promise<boolean> =>
  openRecord({
    title: t('certs.add'),
    fields: [
      ...(personId === undefined ? [{ name: 'personId', label: t('certs.ownNot') }] : []),
      {
        ...{ name: 'kind', label: t('certs.kind'), type: 'select' as const },
        options: (['enforcement', 'supervision'] as const).map(value => ({ value, word: t(`cert.kind.${value}`) })),
      },
      { name: 'number', label: t('certs.number') },
      { name: 'validFrom', label: t('person.from'), type: 'date' },
      { name: 'validTo', label: t('person.to'), type: 'date' },
    ],
    send: ({ kind, number = '', validFrom = '', validTo = '', ...others }) =>
      api.addCertificate({
        ...{ personId: personId ?? others.personId ?? '', kind: kind as CertificateKind },
        ...{ number, validFrom, validTo },
      }),
  })

const turns = ['suspended', 'withdrawn', 'cancelled', 'lost', 'valid'] as const

/** Suspends, withdraws, cancels, reports lost or restores a certificate. */
export const turnCertificate = ({ certificateId, personName, number }: Certificate): Promise<boolean> =>
  openRecord({
    title: `${personName} ${number}`,
    text: t('certs.turnText'),
    fields: [
      {
        ...{ name: 'state', label: t('certs.state'), type: 'select' },
        options: turns.map(value => ({ value, word: t(`cert.state.${value}`) })),
      },
      {
        ...{ name: 'effectiveAt', label: t('certs.effectiveAt'), type: 'datetime-local' },
        value: new Date(officeNow() + OFFICE_OFFSET_MS).toISOString().slice(0, 16),
      },
      reasonField(),
      { name: 'lateReason', label: t('late.reason'), type: 'textarea', isOptional: true, help: t('late.turnHelp') },
    ],
    send: ({ state, effectiveAt = '', reason = '', lateReason }) =>
      api.turnCertificate(certificateId, {
        state: state as (typeof turns)[number],
        effectiveAt: new Date(Date.parse(`${effectiveAt}Z`) - OFFICE_OFFSET_MS).toISOString(),
        reason,
        ...(lateReason && { lateReason }),
      }),
  })

/** Corrects the days of a certificate. */
export const changeDays = ({ certificateId, personName, number, validFrom, validTo }: Certificate): Promise<boolean> =>
  openRecord({
    title: `${personName} ${number}`,
    fields: [
      { name: 'validFrom', label: t('person.from'), type: 'date', value: validFrom },
      { name: 'validTo', label: t('person.to'), type: 'date', value: validTo },
      reasonField(),
    ],
    send: ({ validFrom = '', validTo = '', reason = '' }) =>
      api.changeCertificate(certificateId, { validFrom, validTo, reason }),
  })
