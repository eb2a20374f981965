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
export const nameHandlers = async ({ caseNo, handlers }: CaseRecord): Promise<boolean> =>
  openForm({
    ...{ title: t('case.name'), submit: t('case.nameSend') },
    form: await api.caseForm('handlers', caseNo),
    values: { handlerIds: handlers.filter(({ until }) => until === null).map(({ id }) => id) },
    send: values => withLateReason(lateReason => api.nameHandlers(caseNo, values, lateReason)),
  })

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
