import type { Form } from '../../../server/forms/index.ts'
import { api } from '../../api.ts'
import type { CaseRecord } from '../../api-types.ts'
import { openForm } from '../../dialogs/form/open-form.ts'
import { withLateReason } from '../../dialogs/late-reason/with-late-reason.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

/** Enters a change of a case. */
export const changeCase = async ({ caseNo }: CaseRecord): Promise<boolean> =>
  openForm({
    ...{ title: t('case.change'), text: t('case.changeText'), submit: t('case.changeSend') },
    form: await api.caseForm('change', caseNo),
    send: values => withLateReason(lateReason => api.changeCase(caseNo, values, lateReason)),
  })

/** Names the handlers anew, the present ones chosen. */
export const nameHandlers = async ({ caseNo, handlers }: CaseRecord): Promise<boolean> => {
  const form = await api.caseForm('handlers', caseNo)
  const offered = new Set(optionsOf(form, 'handlerIds'))
  return openForm({
    ...{ title: t('case.name'), submit: t('case.nameSend'), form },
    // Who handles it and could not be named any more is not chosen.
    values: { handlerIds: handlers.filter(({ until, id }) => until === null && offered.has(id)).map(({ id }) => id) },
    send: values => withLateReason(lateReason => api.nameHandlers(caseNo, values, lateReason)),
  })
}

const optionsOf = ({ components }: Form, key: string): string[] =>
  components
    .flatMap(each => ('key' in each && each.key === key && 'values' in each ? (each.values ?? []) : []))
    .map(({ value }) => String(value))

/** Closes the case. */
export const closeCase = async ({ caseNo }: CaseRecord): Promise<boolean> =>
  openForm({
    ...{ title: t('case.close'), text: t('case.closeText'), submit: t('case.close') },
    form: await api.caseForm('close', caseNo),
    send: values => withLateReason(lateReason => api.closeCase(caseNo, values, lateReason)),
  })

/** Sends the case to review; its material is submitted in the first step. */
export const sendToReview = async ({ caseNo }: CaseRecord): Promise<boolean> =>
  openForm({
    ...{ title: t('case.review'), text: t('case.reviewText'), submit: t('case.review') },
    form: await api.caseForm('review', caseNo),
    send: async values => {
      const { processInstanceKey } = await api.startReview(caseNo, values)
      const [task] = (await api.instance(processInstanceKey)).openTasks
      const href = task ? `/tasks/${task.userTaskKey}` : `/instances/${processInstanceKey}`
      say({ text: t('case.reviewStarted'), link: { href, text: t('case.openTask') } })
    },
  })
