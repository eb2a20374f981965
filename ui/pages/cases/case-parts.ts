import { html, nothing, type TemplateResult } from 'lit'
import type { CaseHandler, CaseRecord, Chronicle } from '../../api-types.ts'
import { certificateMark } from '../../components/certificate-mark.ts'
import { emptyFace } from '../../components/faces.ts'
import { instanceTable } from '../../components/instance-table.ts'
import { limitMark } from '../../components/limit.ts'
import { personMark } from '../../components/person.ts'
import { said } from '../../components/said.ts'
import { twoTimes } from '../../components/two-times.ts'
import { dayTime, shortDate } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { gateNote } from './case-marks.ts'

/** What the case is about: facts, law, who handles it, what is open with which limit. */
export function factsOf(found: CaseRecord): TemplateResult {
  const { source, discoveredOn, place, facts, basis, proposedPenalty, hearingEndedOn, clause58, item } = found
  const { penaltyRange, coercionBasis, benchmarkDmn } = found.itemPowers
  const lines: [string, TemplateResult | string | null][] = [
    [t('cases.item'), html`${item.name} <span class="mono dim small">${item.id}</span>`],
    [t('case.penaltyRange'), penaltyRange],
    [t('case.coercionBasis'), coercionBasis.join('；')],
    [t('case.benchmark'), benchmarkDmn],
    [t('cases.party'), partyLine(found)],
    [t('case.source'), source.label],
    [t('case.discovered'), discoveredOn],
    [t('case.conduct'), conductText(found)],
    [t('case.place'), place],
    [t('case.facts'), facts],
    [t('case.basis'), basis],
    [t('case.penalty'), proposedPenalty],
    [t('case.hearing'), hearingEndedOn],
    [t('case.article58'), html`${clause58.map(({ label }) => html`<div>${label}</div>`)}<div>${gateNote(found)}</div>`],
    [t('case.lastChange'), dayTime(found.lastMaterialChangeAt)],
    [t('cases.filed'), `${dayTime(found.filedAt)} · ${t('case.filedBy', { name: found.filedBy.name })}`],
    [t('case.closed'), closingText(found)],
  ]
  return html`<dl class="kv">${lines.map(([word, value]) => (value ? html`<dt>${word}</dt><dd>${value}</dd>` : nothing))}</dl>
    <div class="part"><h2>${t('cases.handlers')}</h2></div>
    <div class="scroll"><table class="tbl stack"><tbody>${found.handlers.map(handlerRow)}</tbody></table></div>
    <div class="part"><h2>${t('case.steps')}</h2></div>
    ${stepsOf(found)}
    <div class="part"><h2>${t('case.procedures')}</h2></div>
    ${found.procedures.length === 0 ? html`<p class="sub">${t('case.noProcedures')}</p>` : instanceTable(found.procedures)}`
}

function partyLine({ party, partyId }: CaseRecord): TemplateResult {
  if (!party) return html``
  const number = party.creditCode ?? party.idNumber
  return html`<a href="/parties/${partyId}">${party.tradeName ?? party.partyName}</a>
    <span class="sub">${party.partyType.label}${party.tradeName ? ` · ${party.partyName}` : ''}</span>
    ${number ? html`<span class="mono dim small">${number}</span>` : nothing}`
}

function closingText({ closing }: CaseRecord): string | null {
  if (closing === null) return null
  return `${shortDate(closing.at)} · ${t('case.closedBy', { reason: closing.reason.label, name: closing.by.name })}`
}

function conductText({ conductFrom, conductTo }: CaseRecord): string {
  if (conductTo === null) return t('case.conductOpen', { from: conductFrom })
  return conductFrom === conductTo ? conductFrom : t('person.fromTo', { from: conductFrom, to: conductTo })
}

const handlerRow = (each: CaseHandler): TemplateResult => html`<tr data-handler=${each.id}>
  <td>${personMark(each.name)}</td>
  <td class="mono small">${each.certificateNumber === null ? t('case.noCertificate') : t('case.certificate', { number: each.certificateNumber })}</td>
  <td>${each.certificateState ? certificateMark(each.certificateState) : nothing}</td>
  <td class="sub n">${t('case.handlerSince', { date: shortDate(each.since) })}${each.until ? ` ${t('case.handlerUntil', { date: shortDate(each.until) })}` : ''}</td>
</tr>`

function stepsOf({ openTasks }: CaseRecord): TemplateResult {
  if (openTasks.length === 0) return html`<p class="sub">${t('case.noSteps')}</p>`
  return html`<div class="scroll"><table class="tbl stack"><tbody>
    ${openTasks.map(
      task => html`<tr data-task=${task.userTaskKey}>
        <td><a href="/tasks/${task.userTaskKey}">${task.name}</a><div class="small dim">${task.processName}</div></td>
        <td>${task.assignee ? personMark(task.assignee.name) : html`<span class="dim">${t('inbox.unassigned')}</span>`}</td>
        <td class="n">${limitMark(task)}</td>
      </tr>`,
    )}
  </tbody></table></div>`
}

/** What was done in the case, in all its procedures, oldest first. */
export function chronicleOf({ items }: Chronicle): TemplateResult {
  if (items.length === 0) return emptyFace(t('case.noChronicle'), t('case.noChronicleText'))
  return html`<ol class="line">
    ${items.map(
      entry => html`<li class="went" data-seq=${entry.seq}>
        <time datetime=${entry.at}>${dayTime(entry.at)}</time>
        <span>${said(entry.actor, entry.sentence)} ${twoTimes(entry)}
          ${entry.processInstanceKey ? html`<a class="small dim doc" href="/instances/${entry.processInstanceKey}">${entry.processName}</a>` : nothing}</span>
      </li>`,
    )}
  </ol>`
}

/** What was changed, the latest first: what it was, what it became, why, and whether a review must come after it. */
export function changesOf({ changes }: CaseRecord): TemplateResult {
  if (changes.length === 0) return emptyFace(t('case.noChanges'), t('case.noChangesText'))
  return html`<ol class="line">
    ${changes.map(
      each => html`<li class="went" data-change=${each.kind.value}>
        <div><b>${each.kind.label}</b> ${each.isMaterial ? html`<span class="tag wait">${t('case.material')}</span>` : nothing}
          ${each.by.name} <time datetime=${each.recordedAt}>${dayTime(each.recordedAt)}</time>
          ${each.happenedAt === each.recordedAt ? nothing : twoTimes({ at: each.recordedAt, happenedAt: each.happenedAt })}</div>
        <div class="sub">${t('case.because', { reason: each.reason })}</div>
        <div class="small">${each.before === null ? nothing : html`<del class="dim">${each.before}</del> →`} <b>${each.after ?? t('history.nothing')}</b></div>
      </li>`,
    )}
  </ol>`
}

/** Files of the case and documents the house made of it. */
export function filesOf({ materials, documents }: CaseRecord): TemplateResult {
  const files = html`<div class="scroll"><table class="tbl stack">
    <thead><tr><th>${t('case.file')}</th><th>${t('case.fileKind')}</th><th>${t('case.fileBy')}</th><th></th></tr></thead>
    <tbody>${materials.map(
      each => html`<tr data-file=${each.fileId}>
        <td><a href="/api/files/${each.fileId}?name=${encodeURIComponent(each.name)}" download aria-label=${t('case.download', { name: each.name })}>${each.name}</a></td>
        <td>${each.kind.label}</td>
        <td class="sub">${each.by.name} ${shortDate(each.addedAt)}</td>
        <td class="n sub">${each.removedAt ? t('case.removed', { date: shortDate(each.removedAt) }) : nothing}</td>
      </tr>`,
    )}</tbody>
  </table></div>`
  return html`${materials.length === 0 ? emptyFace(t('case.noFiles'), t('case.noFilesText')) : files}
    ${documents.length === 0 ? nothing : html`<div class="part"><h2>${t('case.documents')}</h2></div>${documentTable(documents)}`}`
}

function documentTable(documents: CaseRecord['documents']): TemplateResult {
  return html`<div class="scroll"><table class="tbl stack">
    <thead><tr><th>${t('case.docNo')}</th><th>${t('case.documents')}</th><th>${t('case.made')}</th></tr></thead>
    <tbody>${documents.map(
      each => html`<tr data-document=${each.docNo}>
        <td class="nb"><a href="/api/documents/${encodeURIComponent(each.docNo)}" download aria-label=${t('case.download', { name: each.name })}>${each.docNo}</a></td>
        <td class="full">${each.name}${each.round === null ? '' : ` · ${t('review.round', { n: each.round })}`}</td>
        <td class="nb sub">${dayTime(each.madeAt)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`
}
