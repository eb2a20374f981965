import { html, nothing, type TemplateResult } from 'lit'
import type { Review, ReviewOpinion } from '../../api-types.ts'
import { emptyFace } from '../../components/faces.ts'
import { personMark } from '../../components/person.ts'
import { dayTime, shortDate } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { outcomeMark } from './case-marks.ts'

/** Every review of a case, the latest first, with what was said in each round. */
export function reviewList(reviews: readonly Review[]): TemplateResult {
  if (reviews.length === 0) return emptyFace(t('case.noReviews'), t('case.noReviewsText'))
  return html`${reviews.map(
    review => html`<section class="review" data-review=${review.processInstanceKey}>
      <h3>
        <a href="/instances/${review.processInstanceKey}">${review.reviewType?.label ?? ''} · ${review.stage?.label ?? ''}</a>
        ${outcomeMark(review)}
        <span class="sub">${t('review.started')} ${shortDate(review.startedAt)}</span>
        ${review.docNos.map(docNo => html`<a class="small doc" href="/api/documents/${encodeURIComponent(docNo)}" download>${docNo}</a>`)}
      </h3>
      ${review.outcomeReason ? html`<p class="sub">${t('case.because', { reason: review.outcomeReason })}</p>` : nothing}
      ${opinionTable(review.opinions)}
    </section>`,
  )}`
}

/** Opinions in order, each with round, step, who gave it and with which qualification. */
function opinionTable(opinions: readonly ReviewOpinion[]): TemplateResult {
  if (opinions.length === 0) return html`<p class="sub">${t('review.none')}</p>`
  return html`<div class="scroll"><table class="tbl stack"><tbody>
    ${opinions.map(
      each => html`<tr>
        <td class="nb sub">${t('review.round', { n: each.round })} · ${each.step.label}</td>
        <td class="nb">${each.person ? personMark(each.person.name, each.roleName ?? '') : nothing}</td>
        <td class="nb"><b>${each.opinion.label}</b></td>
        <td class="full">${each.reason ?? ''} <span class="small dim">${qualificationText(each)}</span></td>
        <td class="nb sub n">${dayTime(each.at)}</td>
      </tr>`,
    )}
  </tbody></table></div>`
}

/** Each signer's qualification as it was at the act. */
function qualificationText({ qualification, person }: ReviewOpinion): string {
  if (!Array.isArray(qualification) || person === null) return ''
  const all = qualification as { personId?: unknown; number?: unknown; exemption?: unknown }[]
  const own = all.find(({ personId }) => personId === person.id)
  if (typeof own?.number === 'string') return t('review.qualified', { number: own.number })
  if (typeof own?.exemption === 'string') return t('review.exempt', { reason: own.exemption })
  return t('review.unqualified')
}
