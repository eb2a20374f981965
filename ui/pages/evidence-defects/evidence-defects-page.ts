import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { CertificateState, DefectState, EvidenceDefect } from '../../api-types.ts'
import { certificateMark } from '../../components/certificate-mark.ts'
import { personMark } from '../../components/person.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import { dayTime } from '../../office-time.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'

const states: readonly DefectState[] = ['open', 'harmless', 'remedied', 'excluded', 'cleared']
const outcomes = ['harmless', 'remedied', 'excluded'] as const

/** Acts done while the certificate was not valid, the latest first; reviewers of the street judge them here. */
@customElement('xf-evidence-defects-page')
export class EvidenceDefectsPage extends RegisterPage {
  constructor() {
    super([])
  }

  protected override head() {
    const title = t('defects.title')
    return { path: '/evidence-defects', title, text: t('defects.lead'), tabs: title }
  }

  protected override tabs(): RegisterTab[] {
    return [
      registerTab({
        ...{ id: 'defects', word: t('defects.title'), file: 'evidence-defects', find: t('defects.search') },
        filters: [
          {
            ...{ name: 'state', label: t('defects.state') },
            options: states.map(state => [state, t(`defects.state.${state}`)] as const),
          },
        ],
        ...{ load: api.evidenceDefects, table: (items: readonly EvidenceDefect[]) => this.renderTable(items) },
        empty: [t('defects.empty'), t('defects.emptyText')],
      }),
    ]
  }

  private async assess(defect: EvidenceDefect): Promise<void> {
    const isDone = await openRecord({
      title: t('defects.assessTitle', { task: defect.task }),
      text: `${defect.person.name} ${defect.caseNo ?? ''} ${dayTime(defect.actedAt)}`,
      submit: t('defects.assess'),
      fields: [
        {
          ...{ name: 'state', label: t('defects.state'), type: 'select' },
          options: outcomes.map(value => ({ value, word: t(`defects.state.${value}`) })),
        },
        { name: 'note', label: t('common.reason'), type: 'textarea' },
      ],
      send: ({ state, note = '' }) =>
        api.assessDefect(defect.defectId, { state: state as (typeof outcomes)[number], note }),
    })
    if (!isDone) return
    say({ text: t('defects.assessed') })
    await this.list.resource.refresh()
  }

  private renderTable(items: readonly EvidenceDefect[]): TemplateResult {
    return html`<table class="tbl stack">
          <thead><tr>
            <th>${t('defects.person')}</th><th>${t('defects.act')}</th><th>${t('defects.case')}</th><th>${t('defects.when')}</th>
            <th>${t('defects.certificate')}</th><th>${t('defects.state')}</th><th></th>
          </tr></thead>
          <tbody>${items.map(each => this.renderRow(each))}</tbody>
        </table>`
  }

  private renderRow(each: EvidenceDefect): TemplateResult {
    const { assessedBy, note } = each
    return html`<tr data-defect=${each.defectId}>
      <td>${personMark(each.person.name)}</td>
      <td><div><a href="/tasks/${each.userTaskKey}">${each.task}</a></div><small class="sub">${t(`defects.part.${each.part}`)}</small></td>
      <td><a href="/instances/${each.processInstanceKey}">${each.caseNo ?? t('inbox.noCase')}</a></td>
      <td class="sub">${dayTime(each.actedAt)}</td>
      <td>${certificateMark(each.certificateState as CertificateState)} <span class="mono">${each.certificate}</span></td>
      <td>${t(`defects.state.${each.state}`)}${assessedBy ? html`<br /><small class="sub">${t('defects.by', { name: assessedBy.name, note: note ?? '' })}</small>` : nothing}</td>
      <td class="n">${each.canAssess ? html`<button class="btn quiet" @click=${() => void this.assess(each)}>${t('defects.assess')}</button>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-evidence-defects-page': EvidenceDefectsPage
  }
}
