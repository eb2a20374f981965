import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { registerTab } from '../registers/register-tab.ts'
import { disputeTable, transferTable } from './cooperation-rows.ts'

const outcomes = {
  transfers: ['running', 'accepted', 'returned', 'own-handled', 'disputed'],
  disputes: ['running', 'negotiated', 'coordinated', 'designated', 'withdrawn'],
} as const
const kinds = ['jurisdiction', 'duty', 'lawApplication', 'assistance'] as const

const byOutcome = (register: keyof typeof outcomes) => ({
  ...{ name: 'outcome', label: t('transfers.outcome') },
  options: outcomes[register].map(id => [id, t(`transfers.outcome.${id}`)] as const),
})

/** The registers of transfers and of disputes, with search, filters and files. */
@customElement('xf-transfers-page')
export class TransfersPage extends RegisterPage {
  constructor() {
    super(['process-instance'])
  }

  protected override head() {
    return { path: '/transfers', title: t('transfers.title'), text: t('transfers.text'), tabs: t('transfers.tabs') }
  }

  protected override tabs() {
    return [
      registerTab({
        ...{ id: 'transfers', word: t('transfers.tab.transfers'), file: 'transfers', find: t('transfers.find') },
        filters: [byOutcome('transfers')],
        ...{ load: api.transfers, table: transferTable },
        empty: [t('transfers.empty'), t('transfers.emptyText')],
      }),
      registerTab({
        ...{ id: 'disputes', word: t('transfers.tab.disputes'), file: 'disputes', find: t('transfers.find') },
        filters: [
          byOutcome('disputes'),
          {
            ...{ name: 'kind', label: t('transfers.kind') },
            options: kinds.map(id => [id, t(`transfers.kind.${id}`)] as const),
          },
        ],
        ...{ load: api.disputes, table: disputeTable },
        empty: [t('disputes.empty'), t('disputes.emptyText')],
      }),
    ]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-transfers-page': TransfersPage
  }
}
