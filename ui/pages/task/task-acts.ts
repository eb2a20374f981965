import { api } from '../../api.ts'
import type { Receiver, TaskDetail } from '../../api-types.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

/** What can be done around a task besides completing it. */
export type SheetAct = 'cosign' | 'send-back' | 'withdraw' | 'hand-back' | 'reassign'

/**
 * Does it, after asking what has to be known; resolves to whether it was done. What a dialog sends it answers for; what is
 * sent at once throws.
 */
export const sheetActs: Readonly<Record<SheetAct, (task: TaskDetail) => Promise<boolean>>> = {
  async cosign(task) {
    await api.countersign(task.userTaskKey, task.sheet?.content ?? '')
    say({
      text: t('sheet.cosigned', { name: task.name }),
      link: { href: `/instances/${task.processInstanceKey}`, text: t('task.toInstance') },
    })
    return true
  },
  'send-back': task =>
    openRecord({
      title: t('sheet.sendBack'),
      text: t('sheet.sendBackText', { name: task.sheet?.signedBy.name ?? '' }),
      submit: t('sheet.sendBack'),
      fields: [reasonField()],
      async send({ reason = '' }) {
        await api.sendBack(task.userTaskKey, task.sheet?.content ?? '', reason)
        say({ text: t('sheet.sentBack', { name: task.name }) })
      },
    }),
  async withdraw(task) {
    await api.withdrawSignature(task.userTaskKey)
    say({ text: t('sheet.withdrawn', { name: task.name }) })
    return true
  },
  'hand-back': task =>
    openRecord({
      title: t('hand.backTitle', { name: task.name }),
      text: t('hand.backText'),
      submit: t('hand.back'),
      fields: [reasonField()],
      async send({ reason = '' }) {
        await api.handBack(task.userTaskKey, reason)
        say({ text: t('hand.backDone', { name: task.name }) })
      },
    }),
  async reassign(task) {
    const { items } = await api.receivers(task.userTaskKey)
    const barred = items.filter(({ permitted }) => !permitted)
    const options = items.filter(({ permitted }) => permitted).map(receiver)
    return openRecord({
      title: t('hand.reassignTitle', { name: task.name }),
      ...(barred.length > 0 && { text: barredText(options.length === 0, barred) }),
      submit: t('hand.reassign'),
      fields: [{ name: 'assignee', label: t('hand.receiver'), type: 'select', options }, reasonField()],
      async send({ assignee = '', reason = '' }) {
        await api.reassign(task.userTaskKey, assignee, reason)
        const who = options.find(({ value }) => value === assignee)?.word ?? assignee
        say({ text: t('hand.reassigned', { name: task.name, who }) })
      },
    })
  },
}

/** Whether a dialog asks before anything is sent. */
export const asksFirst = (act: SheetAct): boolean => act !== 'cosign' && act !== 'withdraw'

/** Who is away is told: he can be given it all the same. */
const receiver = ({ id, name, awayUntil }: Receiver) => ({
  value: id,
  word: awayUntil === null ? name : `${name} · ${t('task.away', { day: awayUntil })}`,
})

function barredText(isNobodyLeft: boolean, barred: readonly Receiver[]): string {
  const lines = barred.map(({ name, why }) => t('hand.barred', { name, why: why ?? '' }))
  return [...(isNobodyLeft ? [t('hand.nobody')] : []), ...lines].join(' ')
}
