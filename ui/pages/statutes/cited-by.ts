import { html, type TemplateResult } from 'lit'
import type { CitedBy } from '../../api-types.ts'
import { may } from '../../session.ts'
import { t } from '../../words/index.ts'
import { rules } from '../../words/rules.ts'

/** Who cites an article: limits, rules, steps, parameters, items; a link where the reader may follow it. */
export function citedByList(places: readonly CitedBy[]): TemplateResult {
  return html`<ul class="cites">
    ${places.map(place => html`<li data-cites="${place.kind} ${place.id}"><span class="dim">${t(`statute.kind.${place.kind}`)}</span> ${linked(place)}</li>`)}
  </ul>`
}

function linked(place: CitedBy): TemplateResult {
  const address = addressOf(place)
  return address ? html`<a href=${address}>${nameOf(place)}</a>` : html`${nameOf(place)}`
}

function addressOf({ kind, id }: CitedBy): string | undefined {
  if (kind === 'limit' && may(['administrate', 'audit'])) return '/limits'
  if (kind === 'procedure' && may(['administrate', 'audit'])) return `/designer/${id.split('/')[0]}`
  return undefined
}

const nameOf = ({ kind, id, name }: CitedBy): string => (kind === 'rule' && isRule(id) ? t(`rule.${id}`) : name)

const isRule = (id: string): id is keyof typeof rules => id in rules
