import { html, nothing, type TemplateResult } from 'lit'
import type { Player, Rehearsal, RehearsedTask } from '../../answers/rehearsals.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import type { Desk } from './trial-sheet.ts'

/** What is done from the list of who has what. */
export interface DeskActs {
  sit(desk: Desk): void
  cosign(task: RehearsedTask, player: Player): void
  /** Shows the element on the canvas. */
  point(elementId: string): void
}

/** Who has what to do in a trial, or who may start it. */
export function renderDesks(rehearsal: Rehearsal, acts: DeskActs): TemplateResult {
  const { instance, starters, tasks } = rehearsal
  if (!instance) return renderStarters(starters, acts)
  return html`<h2>${t('trial.whoHasWhat')}</h2>
    ${instance.state === 'ACTIVE' ? nothing : html`<p class="over" role="status">${t(instance.state === 'COMPLETED' ? 'trial.over' : 'trial.canceled')}</p>`}
    ${tasks.length === 0 && instance.state === 'ACTIVE' ? html`<p class="dim">${t('trial.nobodyOpen')}</p>` : nothing}
    <ul class="desks">${tasks.map(task => renderTask(task, acts))}</ul>`
}

function renderStarters(starters: readonly Player[], acts: DeskActs): TemplateResult {
  return html`<h2>${t('trial.starters')}</h2>
    ${
      starters.length === 0
        ? html`<p class="dim">${t('trial.noStarters')}</p>`
        : html`<form class="who" @submit=${seated(starters, player => acts.sit(deskOf(player)))}>
            ${renderChoice(starters, t('trial.player'))}<button class="btn primary">${t('trial.start')}</button></form>`
    }`
}

function renderTask(task: RehearsedTask, acts: DeskActs): TemplateResult {
  const { players, awaitsCosign, name, elementId, assignee, dueDate } = task
  const act = (player: Player) => (awaitsCosign ? acts.cosign(task, player) : acts.sit(deskOf(player, task)))
  return html`<li data-element=${elementId}>
    <button class="name" type="button" @click=${() => acts.point(elementId)}>${name}</button>
    <small class="dim">${assignee ? t('trial.held', { name: assignee.name }) : nothing} ${dueDate ? t('trial.due', { time: dayTime(dueDate) }) : nothing}</small>
    ${
      players.length === 0
        ? html`<p class="late">${t('trial.nobody')}</p>`
        : html`<form class="who" @submit=${seated(players, act)}>${renderChoice(players, t('trial.playerOf', { task: name }))}
          <button class="btn">${t(awaitsCosign ? 'trial.cosign' : 'trial.do')}</button></form>`
    }</li>`
}

function renderChoice(players: readonly Player[], label: string): TemplateResult {
  return html`<select class="in" name="player" aria-label=${label}>${players.map(
    ({ id, name, roles }) => html`<option value=${id}>${name} · ${roles.join('、')}</option>`,
  )}</select>`
}

const seated = (players: readonly Player[], act: (player: Player) => void) => (event: SubmitEvent) => {
  event.preventDefault()
  const chosen = new FormData(event.target as HTMLFormElement).get('player')
  const player = players.find(({ id }) => id === chosen)
  if (player) act(player)
}

function deskOf({ id, name, roles }: Player, task?: RehearsedTask): Desk {
  return { personId: id, personName: name, roles: roles.join('、'), ...(task && { task }) }
}

/** What happened, what would have left the house, what is waited for. */
export function renderStory({ happened, effects, incidents }: Rehearsal): TemplateResult {
  return html`${incidents.map(
    ({ name, message }) =>
      html`<p class="note warn" role="alert"><span>${t('trial.incident', { element: name, message })}</span></p>`,
  )}
    <h2>${t('trial.happened')}</h2>
    ${happened.length === 0 ? html`<p class="dim">${t('trial.nothingYet')}</p>` : nothing}
    <div role="log" aria-label=${t('trial.happened')}><ol class="story">${[...happened]
      .reverse()
      .map(
        ({ seq, at, who, sentence }) =>
          html`<li data-seq=${seq}><time datetime=${at}>${dayTime(at)}</time> <span><b>${who}</b> ${sentence}</span></li>`,
      )}</ol></div>
    <h2>${t('trial.effects')}</h2>
    ${effects.length === 0 ? html`<p class="dim">${t('trial.noEffects')}</p>` : nothing}
    <ol class="story">${effects.map(
      ({ at, channel, to, subject }) =>
        html`<li><time datetime=${at}>${dayTime(at)}</time> <span>${t(`trial.channel.${channel}`)} ${to}：${subject}</span></li>`,
    )}</ol>`
}
