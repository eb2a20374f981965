import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../components/icon.ts'
import { clockTime, dayTime } from '../office-time.ts'
import { t } from '../words/index.ts'
import type { DraftSession } from './draft-session.ts'

/** What the notes may ask of the page. */
export interface NoteActs {
  isAdministrator: boolean
  /** Takes the pen; with a reason from whoever holds it. */
  takePen(reason?: string): Promise<void>
  settle(whose: 'mine' | 'theirs'): Promise<void>
}

/** What must be known before one goes on: who edits, what was not saved, why it came back. */
export function renderNotes(session: DraftSession, acts: NoteActs): TemplateResult {
  return html`${renderReturned(session)}${renderPen(session, acts)}${renderConflict(session, acts)}${renderLeftover(session)}`
}

function renderReturned({ draft }: DraftSession): TemplateResult | typeof nothing {
  if (draft.state !== 'draft' || !draft.returned) return nothing
  const { by, reason } = draft.returned
  return html`<div class="note warn">${icon('warn')}<div>${t('draft.returned', { name: by.name, reason })}</div></div>`
}

function renderPen(session: DraftSession, acts: NoteActs): TemplateResult | typeof nothing {
  const { draft } = session
  if (!session.isReadOnly) return nothing
  if (!acts.isAdministrator || draft.state !== 'draft')
    return html`<div class="note">${icon('eye')}<div>${t(draft.state === 'draft' ? 'draft.audit' : 'draft.readOnly')}</div></div>`
  if (!draft.editor)
    return html`<div class="note">${icon('eye')}<div>${t('draft.nobody')}
      <div class="acts"><button class="btn" @click=${() => acts.takePen()}>${t('draft.edit')}</button></div></div></div>`
  const { name, since } = draft.editor
  const take = (event: SubmitEvent) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get('reason') ?? '').trim()
    if (reason) void acts.takePen(reason)
  }
  return html`<div class="note warn">${icon('eye')}<div>
    ${t('draft.editing', { name, time: clockTime(since) })} ${t('draft.takeOverText', { name })}
    <form class="acts" @submit=${take}>
      <input class="in" name="reason" required maxlength="500" aria-label=${t('draft.takeOverReason')} placeholder=${t('draft.takeOverReason')} />
      <button class="btn">${t('draft.takeOver')}</button>
    </form></div></div>`
}

function renderConflict(session: DraftSession, acts: NoteActs): TemplateResult | typeof nothing {
  if (session.state !== 'conflict') return nothing
  return html`<div class="note refused" role="alert">${icon('warn')}<div>${t('draft.conflict')}
    <div class="acts">
      <button class="btn" @click=${() => acts.settle('mine')}>${t('draft.useMine')}</button>
      <button class="btn" @click=${() => acts.settle('theirs')}>${t('draft.useTheirs')}</button>
    </div></div></div>`
}

function renderLeftover(session: DraftSession): TemplateResult | typeof nothing {
  const { leftover } = session
  if (!leftover || session.isReadOnly) return nothing
  return html`<div class="note" data-note="leftover">${icon('refresh')}<div>
    ${t('draft.leftover', { time: dayTime(leftover.at), n: Object.keys(leftover.files).length })}
    <div class="acts">
      <button class="btn primary" @click=${() => session.takeLeftover()}>${t('draft.takeLeftover')}</button>
      <button class="btn" @click=${() => session.dropLeftover()}>${t('draft.dropLeftover')}</button>
    </div></div></div>`
}
