import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { CertificateReport } from '../../api-types.ts'
import { Resource } from '../../resource.ts'
import { t, type WordId } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'
import { matterTable, noticeTable, officerTable, reportTable } from './matter-rows.ts'
import { provinceTab } from './province-reports.ts'

const kinds = ['new', 'reissue', 'renew', 'changeInfo', 'cancel', 'suspend', 'withdraw', 'restore']
const outcomes = ['issued', 'rejected', 'waiting', 'cancelled', 'suspended', 'withdrawn', 'restored', 'dismissed']
const named = (ids: readonly string[]) => ids.map(id => [id, t(`matter.${id}` as WordId)] as const)

/** What was done about certificates, who holds them, what was made known of them, and the figures of the year. */
@customElement('xf-certificate-matters-page')
export class CertificateMattersPage extends RegisterPage {
  private readonly report = new Resource<CertificateReport>(this, {
    load: signal => api.certificateReport(signal),
    kinds: [],
    lazy: true,
  })

  constructor() {
    super([])
  }

  protected override head() {
    return { path: '/certificate-matters', title: t('matters.title'), text: t('matters.text'), tabs: t('matters.tabs') }
  }

  protected override tabs(): RegisterTab[] {
    return [
      registerTab({
        ...{
          id: 'matters',
          word: t('matters.tab.matters'),
          file: 'certificate-matters',
          find: t('matters.find'),
          empty: [t('matters.empty'), t('matters.emptyText')],
        },
        filters: [
          { name: 'kind', label: t('matters.kind'), options: named(kinds) },
          { name: 'outcome', label: t('matters.outcome'), options: [['open', t('matters.open')], ...named(outcomes)] },
        ],
        ...{ load: api.certificateMatters, table: matterTable },
      }),
      registerTab({
        ...{ id: 'officers', word: t('matters.tab.officers'), file: 'officers', find: t('matters.findOfficer') },
        ...{ load: api.officers, table: officerTable, empty: [t('matters.noOfficers'), t('matters.noOfficersText')] },
      }),
      registerTab({
        ...{ id: 'notices', word: t('matters.tab.notices') },
        ...{ load: api.publicNotices, table: noticeTable, empty: [t('matters.noNotices'), t('matters.noNoticesText')] },
      }),
      provinceTab(() => this.list.resource.refresh()),
      { id: 'report', word: t('matters.tab.report'), panel: this.panel() },
    ]
  }

  private panel(): NonNullable<RegisterTab['panel']> {
    const content = (found: CertificateReport) =>
      html`<div class="scroll" data-face="content">${reportTable(found)}</div>`
    return { show: () => this.report.render(content, 4), reload: () => void this.report.reload() }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-certificate-matters-page': CertificateMattersPage
  }
}
