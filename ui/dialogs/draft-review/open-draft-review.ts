import { html } from 'lit'
import { processDrafts } from '../../api-process-drafts.ts'
import type { DraftSummary, ProcessDraft } from '../../api-types.ts'
import { loadWords, t } from '../../words/index.ts'
import type { Confirmation } from './confirm-dialog.ts'

type Named = Pick<DraftSummary, 'id' | 'name'>

async function confirmed<Answer>(confirmation: () => Confirmation<Answer>): Promise<Answer | undefined> {
  const [{ askDialog }, { ConfirmDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./confirm-dialog.ts'),
    loadWords('draftReview'),
  ])
  const dialog = new ConfirmDialog<Answer>()
  dialog.confirmation = confirmation()
  return await askDialog(dialog)
}

/** Hands a draft in; answers with it as it is then, or with nothing when it was left. */
export const openSubmission = ({ id, name }: Named): Promise<ProcessDraft | undefined> =>
  confirmed(() => ({
    ...{ title: t('submission.title', { name }), text: t('submission.text'), submit: t('submission.submit') },
    act: () => processDrafts.submit(id),
    done: () => t('submission.done'),
  }))

/** Takes back what one has handed in. */
export const openWithdrawal = ({ id, name }: Named): Promise<ProcessDraft | undefined> =>
  confirmed(() => ({
    ...{ title: t('withdrawal.title', { name }), text: t('withdrawal.text'), submit: t('withdrawal.submit') },
    act: () => processDrafts.withdraw(id),
    done: () => t('withdrawal.done'),
  }))

/** Publishes what another administrator handed in; a version published meanwhile is replaced only knowingly. */
export async function openPublication(draft: ProcessDraft): Promise<ProcessDraft | undefined> {
  await Promise.all([
    import('../../designer/review/review-findings.ts'),
    loadWords('rehearsal'),
    loadWords('draftProse'),
  ])
  return await confirmed(() => {
    const { id, name, newerVersion } = draft
    return {
      title: t('publication.title', { name }),
      text: t('publication.text', { name: draft.submittedBy?.name ?? '' }),
      findings: html`<xf-review-findings .draft=${draft}></xf-review-findings>`,
      ...(newerVersion !== null && { warning: replacing(draft, newerVersion) }),
      ...{ submit: t('publication.submit'), busy: t('publication.busy') },
      act: () => processDrafts.publish(id, newerVersion ?? undefined),
      done: ({ published }) => t('publication.done', { n: published?.version ?? 1 }),
    }
  })
}

function replacing({ basedOn }: DraftSummary, n: number) {
  return {
    text: basedOn ? t('publication.newer', { based: basedOn.version, n }) : t('publication.newerNew', { n }),
    understood: t('publication.understood', { n }),
    missing: t('publication.understoodMissing'),
  }
}

/** Throws a draft away; answers whether it was. */
export const openDiscard = async ({ id, name }: Named): Promise<boolean> =>
  (await confirmed(() => ({
    ...{ title: t('discard.title', { name }), text: t('discard.text'), submit: t('discard.submit') },
    isDangerous: true,
    act: async () => {
      await processDrafts.throwAway(id)
      return true
    },
    done: () => t('discard.done'),
  }))) ?? false

/** Gives a draft back with a reason; answers with it as it is then, or with nothing when it was left. */
export async function openReturn({ id }: Named): Promise<ProcessDraft | undefined> {
  await loadWords('draftReview')
  const [{ askDialog }, { ReturnDraftDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./reason-dialogs.ts'),
  ])
  const isReturned = await askDialog(Object.assign(new ReturnDraftDialog(), { draftId: id }))
  return isReturned ? await processDrafts.get(id) : undefined
}

/** Takes a procedure out of use with a reason; answers whether it was. */
export async function openRetirement(processDefinitionKey: string): Promise<boolean> {
  await loadWords('draftReview')
  const [{ askDialog }, { RetireProcedureDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./reason-dialogs.ts'),
  ])
  return (await askDialog(Object.assign(new RetireProcedureDialog(), { processDefinitionKey }))) ?? false
}
