import { html, nothing, type TemplateResult } from 'lit'
import type { Whistle, WhistleBranch, WhistleEvaluation } from '../../api-types.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** Whistles as a table: what and where, who was called and how far they are, how it ended. */
export function whistleTable(items: readonly Whistle[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('whistles.subject')}</th><th>${t('whistles.from')}</th><th>${t('whistles.level')}</th><th>${t('whistles.bodies')}</th><th>${t('whistles.state')}</th><th>${t('whistles.documents')}</th></tr></thead>
    <tbody>${items.map(whistleRow)}</tbody>
  </table>`
}

function whistleRow(each: Whistle): TemplateResult {
  const { whistleId, processInstanceKey, title, org, level, direction, branches, state, outcome, isImproper } = each
  const numbers = [each.docNo, each.feedbackDocNo].filter(number => number !== null)
  return html`<tr data-whistle=${whistleId}>
    <td class="full">
      <div>${processInstanceKey ? html`<a href="/instances/${processInstanceKey}">${title ?? whistleId}</a>` : title}</div>
      <div class="small dim"><span class="mono">${whistleId}</span> · ${each.place ?? ''}</div>
      ${details(each)}
    </td>
    <td>${org.name}<br /><span class="dim small">${direction.label}</span></td>
    <td class="nb">${level.label}${isImproper ? html`<br /><span class="tag stop">${t('whistles.improper')}</span>` : nothing}</td>
    <td class="full">${branches.map(branchLine)}</td>
    <td class="nb">${(outcome ?? state).label}${each.escalations.length > 0 ? html`<br /><span class="small late">${t('whistles.escalated', { n: each.escalations.length })}</span>` : nothing}</td>
    <td class="small">${numbers.map(docNo => html`<div><a class="doc" href="/api/documents/${encodeURIComponent(docNo)}" download>${docNo}</a></div>`)}</td>
  </tr>`
}

function branchLine({ org, role, signAt, isSignLate, arriveAt, isArriveLate, outcome }: WhistleBranch): TemplateResult {
  const late = (isLate: boolean) => (isLate ? html` <span class="late">${t('whistles.late')}</span>` : nothing)
  return html`<div class="small">
    ${org.name}（${role.label}）
    ${signAt ? html`${t('whistles.signed', { at: dayTime(signAt) })}${late(isSignLate)}` : html`<span class="dim">${t('whistles.unsigned')}</span>`}
    ${arriveAt ? html` · ${t('whistles.arrived', { at: dayTime(arriveAt) })}${late(isArriveLate)}` : nothing}
    ${outcome ? html` · <b>${outcome.label}</b>` : nothing}
  </div>`
}

function details(each: Whistle): TemplateResult {
  const planned = [each.planAt && dayTime(each.planAt), each.planPlace].filter(Boolean).join(' ')
  const feedback = [each.resolved?.label, each.feedbackText, each.remainder].filter(Boolean).join('；')
  const lines: [string, string | null][] = [
    [t('whistles.problem'), each.problem],
    [t('whistles.ground'), each.ground.label],
    [t('whistles.items'), each.items.map(({ name }) => name).join('、')],
    [t('whistles.duty'), each.dutyBasis.label],
    [t('whistles.finding'), each.dutyFinding.label],
    [t('whistles.plan'), planned],
    [t('whistles.case'), each.linkedCase],
    [t('whistles.feedback'), feedback],
    [t('whistles.started'), each.startedAt && dayTime(each.startedAt)],
    [t('whistles.ended'), each.endedAt && dayTime(each.endedAt)],
    ...each.branches.flatMap(branchDetails),
    ...each.escalations.map(({ to, at, why }): [string, string] => [dayTime(at), `${why} → ${to}`]),
  ]
  const drafted = each.draftedBy?.name ?? ''
  return html`<details class="small"><summary>${t('whistles.more')}</summary>
    <dl>${lines.filter(([, text]) => text).map(([name, text]) => html`<div><dt class="dim">${name}</dt><dd>${text}</dd></div>`)}</dl>
    <p class="dim">${t('whistles.people', { drafted, approved: each.approvedBy?.name ?? '—' })}</p>
  </details>`
}

function branchDetails(branch: WhistleBranch): [string, string][] {
  const told = [
    ...[branch.task, branch.rejection?.label, branch.contactAt && dayTime(branch.contactAt), branch.arrivePlace],
    ...[branch.people.map(({ name }) => name).join('、'), branch.certNos.join('、')],
    ...[branch.measures.map(({ label }) => label).join('、'), branch.result, branch.caseRef],
  ]
  return [[branch.org.name, told.filter(Boolean).join('；')]]
}

/** Evaluations as a table: four scores, by whom, and what the body says to a low one. */
export function evaluationTable(items: readonly WhistleEvaluation[]): TemplateResult {
  const heads = [t('whistles.signTimely'), t('whistles.arriveTimely'), t('whistles.effect'), t('whistles.cooperate')]
  return html`<table class="tbl stack">
    <thead><tr><th>${t('whistles.subject')}</th><th>${t('whistles.bodies')}</th>${heads.map(head => html`<th class="n">${head}</th>`)}<th>${t('whistles.evaluated')}</th><th>${t('whistles.response')}</th></tr></thead>
    <tbody>${items.map(evaluationRow)}</tbody>
  </table>`
}

function evaluationRow(each: WhistleEvaluation): TemplateResult {
  const scores = [each.signTimely, each.arriveTimely, each.effect, each.cooperate]
  const by = each.isByDefault ? t('whistles.byDefault') : (each.evaluatedBy?.name ?? '')
  return html`<tr data-evaluation="${each.whistleId}/${each.org.id}">
    <td class="full">${each.title ?? ''}<br /><span class="mono small dim">${each.whistleId}</span></td>
    <td>${each.org.name}${each.isAssessed ? nothing : html`<br /><span class="dim small">${t('whistles.notAssessed')}</span>`}</td>
    ${scores.map(score => html`<td class="n ${each.isLow && score !== null && score <= 2 ? 'late' : ''}">${score ?? '—'}</td>`)}
    <td>${by}<br /><span class="dim small">${each.evaluatedAt ? dayTime(each.evaluatedAt) : ''} ${each.comment ?? ''}</span></td>
    <td class="small">${responseOf(each)}</td>
  </tr>`
}

function responseOf({ isLow, explanation, improvement, respondedBy }: WhistleEvaluation): TemplateResult | string {
  if (explanation !== null)
    return html`${explanation}；${improvement}<br /><span class="dim">${respondedBy?.name ?? ''}</span>`
  return isLow ? html`<span class="late">${t('whistles.noResponse')}</span>` : '—'
}
