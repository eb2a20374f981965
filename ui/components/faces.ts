import { html, nothing, type TemplateResult } from 'lit'
import type { ProblemDetails } from '../api-types.ts'
import { t } from '../words/index.ts'

type Content = TemplateResult | typeof nothing | string

/** The face of waiting: bones where the content will be; they show only after 300 ms. */
export function loadingFace(lines = 6): TemplateResult {
  return html`<div class="face bones" data-face="loading" role="status" aria-label=${t('common.loading')}>
    ${Array.from({ length: lines }, () => html`<div class="skel"></div>`)}
  </div>`
}

/** The face of nothing: what would be here, and what to do next. */
export function emptyFace(title: string, text: string, acts: Content = nothing): TemplateResult {
  return html`<div class="face" data-face="empty">
    <h2>${title}</h2>
    <p>${text}</p>
    ${acts === nothing ? nothing : html`<div class="acts">${acts}</div>`}
  </div>`
}

/**
 * The face of a list without rows: searched or filtered, that nothing fits and how to see all again; else what would be here.
 * @param whole address of the list without search and filter
 */
export function noneFace(
  isNarrowed: boolean,
  whole: string,
  [title, text]: readonly [title: string, text: string],
  narrowedText = t('inbox.empty.filtered.text'),
): TemplateResult {
  return isNarrowed
    ? emptyFace(t('inbox.empty.filtered'), narrowedText, html`<a class="btn" href=${whole}>${t('inbox.clear')}</a>`)
    : emptyFace(title, text)
}

/** The face of failure: what failed, the request's id, and another try. */
export function errorFace(problem: ProblemDetails, retry?: () => void): TemplateResult {
  if (problem.status === 404) return missingFace()
  return html`<div class="face" data-face="error" role="alert">
    <h2>${t('error.title')}</h2>
    <p>${problemText(problem)}${requestLine(problem)}</p>
    ${retry ? html`<div class="acts"><button class="btn" @click=${retry}>${t('common.retry')}</button></div>` : nothing}
  </div>`
}

/** The face of refusal: which rule does not allow to look, and who can help. */
export function forbiddenFace(problem?: ProblemDetails): TemplateResult {
  // What a permission is called says less than who gives it.
  const told = problem?.id === 'permission.missing' ? undefined : problem
  return html`<div class="face" data-face="forbidden" role="alert">
    <h2>${told?.title ?? t('forbidden.title')}</h2>
    <p>${told?.detail ?? t('forbidden.text')}${problem?.rule ? html` <span class="mono dim">${problem.rule}</span>` : nothing}</p>
    ${problem?.remedy ? html`<p>${problem.remedy}</p>` : nothing}
    ${problem ? html`<p>${requestLine(problem)}</p>` : nothing}
  </div>`
}

function missingFace(): TemplateResult {
  return html`<div class="face" data-face="missing" role="alert">
    <h2>${t('missing.title')}</h2>
    <p>${t('missing.text')}</p>
  </div>`
}

/** What went wrong, in a sentence. */
export function problemText(problem: ProblemDetails): string {
  if (problem.id === 'timeout') return t('error.timeout')
  if (problem.id === 'unreachable') return t('error.unreachable')
  if (problem.status === 429) return t('error.tooMany')
  if (problem.status >= 500) return t('error.server')
  return problem.detail ?? problem.title ?? t('error.unknown')
}

/** The request's id on a line of its own, for whoever reads the log. */
export function requestLine(problem: ProblemDetails): Content {
  if (!problem.requestId) return nothing
  return html`<br /><span class="mono dim">${t('common.request', { id: problem.requestId })}</span>`
}
