import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { GoodState, PreservedGood } from '../../api-types.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'

const states: readonly GoodState[] = [
  ...(['kept', 'lapsed', 'return', 'release', 'seize', 'appraise', 'transfer', 'confiscate'] as const),
]

/** Goods kept as evidence, thing by thing, and what became of each. */
@customElement('xf-preserved-goods-page')
export class PreservedGoodsPage extends RegisterPage {
  constructor() {
    super([])
  }

  protected override head() {
    const title = t('goods.title')
    return { path: '/preserved-goods', title, text: t('goods.text'), tabs: title }
  }

  protected override tabs(): RegisterTab[] {
    return [
      registerTab({
        ...{ id: 'goods', word: t('goods.title'), file: 'preserved-goods', find: t('goods.find') },
        filters: [
          { name: 'state', label: t('goods.state'), options: states.map(id => [id, t(`good.${id}`)] as const) },
        ],
        ...{ load: api.preservedGoods, table: goodTable, empty: [t('goods.empty'), t('goods.emptyText')] },
      }),
    ]
  }
}

function goodTable(items: readonly PreservedGood[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('goods.thing')}</th><th>${t('goods.kept')}</th><th>${t('goods.state')}</th><th>${t('goods.where')}</th><th>${t('goods.documents')}</th><th>${t('goods.returned')}</th></tr></thead>
    <tbody>${items.map(goodRow)}</tbody>
  </table>`
}

function goodRow(each: PreservedGood): TemplateResult {
  const { processInstanceKey: key, preservationId, caseNo, spec, place, state, returnDueAt, servedAt } = each
  return html`<tr data-good=${each.goodId}>
    <td><b>${each.name}</b> ${each.quantity}${spec ? html`<div class="small">${spec}</div>` : nothing}
      <div class="small dim">${key ? html`<a class="mono" href="/instances/${key}">${preservationId}</a>` : preservationId}${caseNo ? html` · <a class="mono" href="/cases/${caseNo}">${caseNo}</a>` : nothing}</div></td>
    <td>${each.executedAt ? html`<span class="sub">${dayTime(each.executedAt)}</span>` : '—'}${place ? html`<div class="small">${place}</div>` : nothing}</td>
    <td><span class=${state === 'lapsed' ? 'tag stop' : state === 'kept' ? 'tag live' : 'tag'}>${t(`good.${state}`)}</span>${each.basis ? html`<div class="small dim">${each.basis}</div>` : nothing}</td>
    <td>${whereTo(each)}${returnDueAt ? html`<div class="small dim">${t('goods.backBy', { day: returnDueAt })}</div>` : nothing}</td>
    <td class="small">${documents(each)}${servedAt ? html`<div class="dim">${t('goods.served', { at: dayTime(servedAt) })}</div>` : nothing}</td>
    <td>${each.returnedAt ? html`<span class="sub">${dayTime(each.returnedAt)}</span>${each.receiver ? html`<div class="small">${t('goods.taken', { name: each.receiver })}</div>` : nothing}` : '—'}</td>
  </tr>`
}

function whereTo({ state, movedTo, isTakenUp }: PreservedGood): unknown {
  if (movedTo === null) return '—'
  if (state === 'confiscate') return t('goods.byDecision', { number: movedTo })
  return isTakenUp === false ? html`${movedTo}<div class="small">${t('goods.onPaper')}</div>` : movedTo
}

function documents({ listNo, decisionNo }: PreservedGood): unknown {
  const numbers = [listNo, decisionNo].filter(number => number !== null)
  return numbers.map(
    number =>
      html`<div><a class="doc" href="/api/documents/${encodeURIComponent(number)}" download>${number}</a></div>`,
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-preserved-goods-page': PreservedGoodsPage
  }
}
