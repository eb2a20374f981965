import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Absence, AbsentTask } from '../../api-types.ts'
import { personMark } from '../../components/person.ts'
import { dayTime } from '../../office-time.ts'
import { may } from '../../session.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'
import { enterAbsence } from './absence-acts.ts'

const TAGS = { now: 'wait', coming: '', past: 'off', ended: 'off' } as const

/** Who is away, entered by himself or an administrator; and what lies with those who are, for substitutes and superiors. */
@customElement('xf-absences-page')
export class AbsencesPage extends RegisterPage {
  constructor() {
    super(['user-task'])
  }

  protected override head() {
    return { path: '/absences', title: t('absences.title'), text: t('absences.lead'), tabs: t('absences.title') }
  }

  protected override tabs(): RegisterTab[] {
    return [
      registerTab({
        ...{ id: 'absences', word: t('absences.list'), file: 'absences', find: t('absences.find') },
        filters: [{ name: 'view', label: t('absences.view'), options: [['all', t('absences.all')]] }],
        ...{ load: api.absences, table: (items: readonly Absence[]) => this.renderAbsences(items) },
        ...(may(['work', 'administrate']) && { act: { word: t('absences.enter'), run: this.enter } }),
        empty: [t('absences.empty'), t('absences.emptyText')],
      }),
      registerTab({
        ...{ id: 'tasks', word: t('absences.tasks'), load: api.absentTasks },
        table: (items: readonly AbsentTask[]) => this.renderTasks(items),
        empty: [t('absences.noTasks'), t('absences.noTasksText')],
      }),
    ]
  }

  private readonly enter = async () => {
    if (await enterAbsence()) await this.list.resource.refresh()
  }

  private async end({ absenceId }: Absence): Promise<void> {
    await api.endAbsence(absenceId)
    say({ text: t('absences.ended') })
    await this.list.resource.refresh()
  }

  private async takeOver({ task }: AbsentTask): Promise<void> {
    await api.takeOver(task.userTaskKey)
    const link = { href: `/tasks/${task.userTaskKey}`, text: task.name }
    say({ text: t('absences.takenOver', { name: task.name }), link })
    await this.list.resource.refresh()
  }

  private renderAbsences(items: readonly Absence[]): TemplateResult {
    return html`<table class="tbl stack">
      <thead><tr>
        <th>${t('absences.person')}</th><th>${t('absences.period')}</th><th>${t('absences.kind')}</th>
        <th>${t('absences.substitute')}</th><th>${t('absences.state')}</th><th></th>
      </tr></thead>
      <tbody>${items.map(each => this.renderAbsence(each))}</tbody>
    </table>`
  }

  private renderAbsence(each: Absence): TemplateResult {
    const { kind, note, substitute, state } = each
    return html`<tr data-absence=${each.absenceId}>
      <td>${personMark(each.person.name)}<br /><small class="sub">${t('absences.by', { name: each.enteredBy.name })} ${dayTime(each.enteredAt)}</small></td>
      <td>${each.fromDay} – ${each.toDay}</td>
      <td>${kind ? t(`absences.kind.${kind}`) : html`<span class="dim">—</span>`}${note ? html`<br /><small class="sub">${note}</small>` : nothing}</td>
      <td>${substitute?.name ?? html`<span class="dim">—</span>`}</td>
      <td><span class="tag ${TAGS[state]}">${t(`absences.state.${state}`)}</span></td>
      <td class="n">${each.canEnd ? html`<button class="btn quiet" @click=${() => void this.end(each)}>${t('absences.end')}</button>` : nothing}</td>
    </tr>`
  }

  private renderTasks(items: readonly AbsentTask[]): TemplateResult {
    return html`<table class="tbl stack">
      <thead><tr>
        <th>${t('absences.task')}</th><th>${t('absences.holder')}</th><th>${t('absences.due')}</th>
        <th>${t('absences.substitute')}</th><th></th>
      </tr></thead>
      <tbody>${items.map(each => this.renderTask(each))}</tbody>
    </table>`
  }

  private renderTask(each: AbsentTask): TemplateResult {
    const { task, until, substitute } = each
    return html`<tr data-task=${task.userTaskKey}>
      <td><a href="/tasks/${task.userTaskKey}">${task.name}</a><br /><small class="sub">${[task.caseNo, task.party].filter(Boolean).join(' · ') || task.processName}</small></td>
      <td>${personMark(task.assignee?.name ?? '')}<br /><small class="sub">${t('absences.until', { day: until })}</small></td>
      <td class="sub">${task.dueDate ? dayTime(task.dueDate) : '—'}</td>
      <td>${substitute?.name ?? html`<span class="dim">—</span>`}</td>
      <td class="n">${each.canTakeOver ? html`<button class="btn" @click=${() => void this.takeOver(each)}>${t('absences.takeOver')}</button>` : nothing}
        ${each.canReassign ? html`<a class="btn quiet" href="/tasks/${task.userTaskKey}">${t('absences.reassign')}</a>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-absences-page': AbsencesPage
  }
}
