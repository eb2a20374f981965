import { css, html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { GuardedAct, Lawfulness } from '../../api-types.ts'
import { personMark } from '../../components/person.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'
import { lawTable } from './law-table.ts'

const TAGS = { allowed: '', reason: 'wait', second: 'wait' } as const

/** For auditors: every act in which a guarded way of handling was used, and the table that says what is lawful. */
@customElement('xf-guarded-acts-page')
export class GuardedActsPage extends RegisterPage {
  static override styles = [
    ...RegisterPage.styles,
    css`
      .legend { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); margin-bottom: var(--s3); color: var(--ink-2); }
      .legend span { display: inline-flex; align-items: center; gap: 4px; }
      .law th[scope='row'] { text-align: left; white-space: nowrap; font-weight: var(--w); }
      .law thead th { white-space: nowrap; }
      .law td { text-align: center; color: var(--ink-3); }
      .law [data-verdict='forbidden'], .legend [data-verdict='forbidden'] { color: var(--red); }
      .law [data-verdict='second'], .law [data-verdict='reason'] { color: var(--ink); }
      .law th[scope='row'] { position: sticky; left: 0; background: var(--paper); border-left: 0; color: var(--ink); font-family: inherit; }
    `,
  ]

  private readonly table = new Resource<Lawfulness>(this, { load: signal => api.lawfulness(signal) })

  constructor() {
    super(['user-task'])
  }

  protected override head() {
    return { path: '/guarded-acts', title: t('law.title'), text: t('law.lead'), tabs: t('law.title') }
  }

  protected override tabs(): RegisterTab[] {
    const verbs = (this.table.value?.verbs ?? []).filter(({ by }) => by === 'person')
    return [
      registerTab({
        ...{ id: 'used', word: t('law.used'), file: 'guarded-acts', find: t('law.find') },
        filters: [
          { name: 'verb', label: t('law.verb'), options: verbs.map(({ verb, name }) => [verb, name] as const) },
          {
            ...{ name: 'verdict', label: t('law.verdict') },
            options: (['allowed', 'reason', 'second'] as const).map(id => [id, t(`law.verdict.${id}`)] as const),
          },
        ],
        ...{ load: api.guardedActs, table: (items: readonly GuardedAct[]) => this.renderTable(items) },
        empty: [t('law.empty'), t('law.emptyText')],
      }),
      {
        ...{ id: 'table', word: t('law.table') },
        panel: { show: () => this.table.render(lawTable, 8), reload: () => void this.table.reload() },
      },
    ]
  }

  private renderTable(items: readonly GuardedAct[]): TemplateResult {
    return html`<table class="tbl stack">
      <thead><tr>
        <th>${t('law.at')}</th><th>${t('law.verb')}</th><th>${t('law.task')}</th><th>${t('law.case')}</th>
        <th>${t('law.who')}</th><th>${t('law.hands')}</th><th>${t('law.reason')}</th>
      </tr></thead>
      <tbody>${items.map(row)}</tbody>
    </table>`
  }
}

function row(each: GuardedAct): TemplateResult {
  const hands = [each.from?.name ?? '', each.to?.name ?? '']
  return html`<tr data-act=${each.id}>
    <td class="sub">${dayTime(each.at)}</td>
    <td>${each.verbName} <span class="tag ${TAGS[each.verdict]}">${t(`law.verdict.${each.verdict}`)}</span></td>
    <td><a href="/tasks/${each.userTaskKey}">${each.task}</a><br /><small class="sub">${each.kindName}</small></td>
    <td><a href="/instances/${each.processInstanceKey}">${each.caseNo ?? t('law.noCase')}</a></td>
    <td>${personMark(each.actor.name)}</td>
    <td class="sub">${hands.join('') === '' ? '—' : hands.join(' → ')}</td>
    <td>${each.reason ?? html`<span class="dim">—</span>`}</td>
  </tr>`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-guarded-acts-page': GuardedActsPage
  }
}
