import { html, nothing, type TemplateResult } from 'lit'
import type { TaskDetail } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { refusalNote } from '../../components/refusal.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** How the signatures of a task that needs two stand, above what was filled in. */
export function signatureNote(task: TaskDetail): TemplateResult | typeof nothing {
  if (!task.needsTwo || task.state !== 'CREATED') return nothing
  const { sheet } = task
  if (sheet?.state === 'awaiting-cosign') return awaitingNote(sheet)
  if (sheet?.returned) return returnedNote(sheet.returned)
  if (!task.canComplete.permitted) return nothing
  return html`<div class="note" data-state="needs-two">
    ${icon('user')}
    <div><b>${t('sheet.needsTwo')}</b><br />${t('sheet.needsTwoText')}</div>
  </div>`
}

function awaitingNote(sheet: NonNullable<TaskDetail['sheet']>): TemplateResult {
  const time = dayTime(sheet.signedAt)
  const { name } = sheet.signedBy
  const said = sheet.action
    ? t('sheet.awaitingAction', { name, time, action: sheet.action })
    : t('sheet.awaitingBy', { name, time })
  return html`<div class="note warn" role="status" data-state="awaiting-cosign">
      ${icon('user')}
      <div>
        <b>${t('sheet.awaiting')}</b><br />
        ${said}${sheet.certificate ? html` <span class="dim">${t('sheet.certificate', { number: sheet.certificate })}</span>` : nothing}<br />
        ${sheet.canCosign.permitted ? t('sheet.yours') : t('sheet.cosigners', { who: sheet.cosigners.join(t('task.comma')) })}
      </div>
    </div>
    ${barred(sheet)}`
}

/** Who could send it back could sign it, but for a rule: which, and what would help. */
function barred({ canCosign, canSendBack }: NonNullable<TaskDetail['sheet']>): TemplateResult | typeof nothing {
  return canSendBack.permitted && canCosign.refusal ? refusalNote(canCosign.refusal, 'task.cannot') : nothing
}

function returnedNote({ by, at, reason }: NonNullable<NonNullable<TaskDetail['sheet']>['returned']>): TemplateResult {
  return html`<div class="note warn" role="status" data-state="returned">
    ${icon('warn')}
    <div><b>${t('sheet.returned')}</b><br />${t('sheet.returnedBy', { name: by.name, time: dayTime(at), reason })}</div>
  </div>`
}
