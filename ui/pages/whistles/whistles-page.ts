import { css } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { registerTab } from '../registers/register-tab.ts'
import { evaluationTable, whistleTable } from './whistle-rows.ts'

const levels = ['normal', 'key', 'emergency'] as const
const directions = ['street2dept', 'dept2street'] as const
const states = ['approving', 'dispatched', 'confirming', 'evaluated', 'closed', 'cancelled'] as const

/** The registers of whistles and of evaluations, with search, filters and files. */
@customElement('xf-whistles-page')
export class WhistlesPage extends RegisterPage {
  static override styles = [
    ...RegisterPage.styles,
    css`
      .late { color: var(--seal); }
      details summary { cursor: pointer; color: var(--accent); line-height: 28px; }
      dl { margin: 0; }
      dl div { display: grid; grid-template-columns: minmax(80px, max-content) 1fr; gap: var(--s2); }
      dd { margin: 0; overflow-wrap: anywhere; }
    `,
  ]

  constructor() {
    super(['process-instance'])
  }

  protected override head() {
    return { path: '/whistles', title: t('whistles.title'), text: t('whistles.text'), tabs: t('whistles.tabs') }
  }

  protected override tabs() {
    return [
      registerTab({
        ...{ id: 'whistles', word: t('whistles.tab.whistles'), file: 'whistles', find: t('whistles.find') },
        filters: [
          { name: 'level', label: t('whistles.level'), options: levels.map(id => [id, t(`whistles.level.${id}`)]) },
          {
            ...{ name: 'direction', label: t('whistles.direction') },
            options: directions.map(id => [id, t(`whistles.direction.${id}`)] as const),
          },
          { name: 'state', label: t('whistles.state'), options: states.map(id => [id, t(`whistles.state.${id}`)]) },
        ],
        ...{ load: api.whistles, table: whistleTable },
        empty: [t('whistles.empty'), t('whistles.emptyText')],
      }),
      registerTab({
        ...{ id: 'evaluations', word: t('whistles.tab.evaluations'), file: 'whistle-evaluations' },
        find: t('whistles.findEvaluation'),
        filters: [{ name: 'low', label: t('whistles.tab.evaluations'), options: [['true', t('whistles.low')]] }],
        ...{ load: api.whistleEvaluations, table: evaluationTable },
        empty: [t('whistles.emptyEvaluations'), t('whistles.emptyEvaluationsText')],
      }),
    ]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-whistles-page': WhistlesPage
  }
}
