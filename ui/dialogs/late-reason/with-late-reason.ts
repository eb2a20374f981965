import { problemOf } from '../../problem.ts'
import { t } from '../../words/index.ts'
import { openRecord } from '../record/open-record.ts'

/**
 * Sends an act; where only the reason of a late entry is missing, asks for it and sends it again.
 * @param asking told when the question is put: nothing is under way then
 */
export async function withLateReason<Answer>(
  send: (lateReason?: string) => Promise<Answer>,
  asking?: () => void,
): Promise<Answer> {
  try {
    return await send()
  } catch (error) {
    const { status, errors = [] } = problemOf(error)
    const asked = errors.find(({ path }) => path === '/lateReason')
    if (status !== 422 || !asked || errors.some(({ path }) => path !== '/lateReason')) throw error
    asking?.()
    const answers: Answer[] = []
    await openRecord({
      title: t('late.title'),
      text: asked.message ?? '',
      fields: [{ name: 'lateReason', label: t('late.reason'), type: 'textarea', help: t('late.help') }],
      submit: t('late.submit'),
      send: async ({ lateReason }) => void answers.push(await send(lateReason)),
    })
    const [answer] = answers
    if (answers.length === 0) throw error
    return answer as Answer
  }
}
