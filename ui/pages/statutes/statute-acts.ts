import { api } from '../../api.ts'
import type { StatuteVersion } from '../../api-types.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { openHistory } from '../../dialogs/register-history/open-register-history.ts'
import { t } from '../../words/index.ts'

/** Corrects the days of a text. */
export const correctDays = ({ textId, title, promulgatedOn, inForceFrom }: StatuteVersion): Promise<boolean> =>
  openRecord({
    title,
    fields: [
      { name: 'promulgatedOn', label: t('statute.promulgatedOn'), type: 'date', value: promulgatedOn ?? '' },
      { name: 'inForceFrom', label: t('statute.inForceFrom'), type: 'date', value: inForceFrom },
      {
        name: 'inForceTo',
        label: t('statute.inForceTo'),
        type: 'date',
        isOptional: true,
        help: t('statute.inForceToHelp'),
      },
      reasonField(),
    ],
    send: ({ promulgatedOn = '', inForceFrom = '', inForceTo, reason = '' }) =>
      api.correctStatute(textId ?? '', { promulgatedOn, inForceFrom, inForceTo: inForceTo || null, reason }),
  })

/** Takes a text away that was brought in by mistake. */
export const removeText = ({ textId, title }: StatuteVersion): Promise<boolean> =>
  openRecord({
    title,
    text: t('statute.removeText'),
    fields: [reasonField()],
    submit: t('statute.remove'),
    isDanger: true,
    send: ({ reason = '' }) => api.removeStatute(textId ?? '', reason),
  })

/** What was brought in and corrected of a law. */
export const showHistory = (name: string): Promise<void> => openHistory(name, () => api.statuteHistory(name))
