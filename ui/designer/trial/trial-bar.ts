import { html, nothing, type TemplateResult } from 'lit'
import type { Rehearsal, RehearsalStep } from '../../answers/rehearsals.ts'
import { icon } from '../../components/icon.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** What is done from the bar of a trial. */
export interface BarActs {
  perform(step: RehearsalStep): void
  keep(): void
  again(): void
  end(): void
}

/** The clock of a trial, and what is done with the whole of it. */
export function renderBar(
  rehearsal: Rehearsal,
  acts: BarActs,
  given: { busy: boolean; mayKeep: boolean },
): TemplateResult {
  const { now, next, steps } = rehearsal
  return html`<div class="bar" role="toolbar" aria-label=${t('trial.title')}>
    <time class="now" datetime=${now}>${t('trial.now', { time: dayTime(now) })}</time>
    <button class="btn" type="button" ?disabled=${given.busy || !next} @click=${() => acts.perform({ do: 'wait', for: 'next' })}>
      ${icon('clock')}${next ? t('trial.toNext', { time: dayTime(next.at), what: whatIsNext(next) }) : t('trial.noNext')}</button>
    <form class="pass" @submit=${passing(acts)}>
      <input class="in" name="days" type="number" min="1" max="400" value="1" required aria-label=${t('trial.workdays')} />
      <button class="btn" ?disabled=${given.busy}>${t('trial.pass')}</button>
    </form>
    <span class="end">
      ${given.mayKeep ? html`<button class="btn" type="button" ?disabled=${given.busy || steps.length === 0} @click=${acts.keep}>${t('trial.keep')}</button>` : nothing}
      <button class="btn quiet" type="button" ?disabled=${given.busy} @click=${acts.again}>${t('trial.again')}</button>
      <button class="btn quiet" type="button" @click=${acts.end}>${t('trial.end')}</button>
    </span>
  </div>`
}

function whatIsNext({ kind, name }: NonNullable<Rehearsal['next']>): string {
  if (kind === 'timer') return t('trial.nextTimer')
  return name === null ? '' : t('trial.nextLimit', { name })
}

const passing = (acts: BarActs) => (event: SubmitEvent) => {
  event.preventDefault()
  const days = Number(new FormData(event.target as HTMLFormElement).get('days'))
  if (Number.isInteger(days) && days > 0)
    acts.perform({ do: 'wait', for: `${days} ${days === 1 ? 'workday' : 'workdays'}` })
}

/** Messages that the trial waits for, each with a button that lets it come in. */
export function renderAwaited({ awaited }: Rehearsal, acts: BarActs): TemplateResult | typeof nothing {
  if (awaited.length === 0) return nothing
  return html`<h2>${t('trial.awaited')}</h2><ul class="awaited">${awaited.map(
    ({ message, elementId }) =>
      html`<li><span class="mono">${message}${elementId ? ` · ${elementId}` : ''}</span>
        <button class="btn quiet" type="button" @click=${() => acts.perform({ do: 'message', message, values: {}, ...(elementId && { task: elementId }) })}>${t('trial.send')}</button></li>`,
  )}</ul>`
}
