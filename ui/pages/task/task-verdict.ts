import { html, nothing, type TemplateResult } from 'lit'
import type { ProblemDetails, TaskDetail } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** What came of an act that was not accepted: the rule that objects, who was faster, what to correct, or a failure. */
export function verdictNote(problem: ProblemDetails, reload: () => void): TemplateResult | typeof nothing {
  if (problem.status === 409 || problem.status === 404) return closedNote(problem, reload)
  if (problem.status === 403) return refusalNote(problem, 'task.notSubmitted')
  // The form itself sums up what is wrong in it.
  if (problem.status === 422 && problem.errors?.length) return nothing
  return failureNote(problem, t('task.failedTitle'), t('task.failedText'))
}

/** Why the person may not act on this task at all, said before he tries. */
export function standingNote(task: TaskDetail): TemplateResult | typeof nothing {
  if (task.state !== 'CREATED') return nothing
  const claim = task.assignee ? undefined : task.canClaim.refusal
  const complete = task.canComplete.permitted || task.canClaim.permitted ? undefined : task.canComplete.refusal
  const refusal = claim ?? complete
  if (!refusal) return barredNote(task)
  return refusal.rule ? refusalNote(refusal, 'task.cannot') : plainNote(refusal)
}

/** Which of the buttons a rule bars while others are open, and why. */
function barredNote({ actions }: TaskDetail): TemplateResult | typeof nothing {
  const refusal = actions.find(each => each.refusal?.rule)?.refusal
  if (!refusal) return nothing
  const barred = actions.filter(each => each.refusal?.detail === refusal.detail).map(({ label }) => label)
  return refusalNote(refusal, 'task.barred', { button: barred.join(t('task.comma')) })
}

function plainNote(refusal: ProblemDetails): TemplateResult {
  return html`<div class="note" data-state="cannot">
    ${icon('lock')}
    <div><b>${t('task.cannotPlain')}</b><br />${refusal.detail ?? refusal.title ?? ''}</div>
  </div>`
}

function closedNote(problem: ProblemDetails, reload: () => void): TemplateResult {
  const { closedBy, closedAt } = problem
  return html`<div class="note warn" role="alert" data-state="closed">
    ${icon('clock')}
    <div>
      <b>${t('task.closedTitle')}</b><br />
      ${closedBy && closedAt ? t('task.closedText', { name: closedBy.name, time: dayTime(closedAt) }) : t('task.closedPlain')}
      <div><button class="btn" @click=${reload}>${t('task.closedReload')}</button></div>
    </div>
  </div>`
}

/** The draft was changed elsewhere: which of the two is kept. */
export function conflictNote(take: () => void, keep: () => void): TemplateResult {
  return html`<div class="note warn" role="alert" data-state="conflict">
    ${icon('clock')}
    <div>
      <b>${t('task.draftOther')}</b><br />${t('task.draftOtherText')}
      <div class="acts">
        <button class="btn" @click=${take}>${t('task.draftTake')}</button>
        <button class="btn" @click=${keep}>${t('task.draftKeep')}</button>
      </div>
    </div>
  </div>`
}
