import { html, type TemplateResult } from 'lit'
import type { CitedBy } from '../../api-types.ts'
import { may } from '../../session.ts'
import { t } from '../../words/index.ts'
import { rules } from '../../words/rules.ts'

const kinds = ['rule', 'limit', 'procedure', 'item', 'parameter'] as const satisfies readonly CitedBy['kind'][]

/** Who cites an article, kind by kind: rules, limits, steps, items, parameters; a link where the reader may follow it. */
export function citedByList(places: readonly CitedBy[]): TemplateResult {
  const found = kinds.map(kind => ({ kind, of: places.filter(place => place.kind === kind) }))
  return html`<dl class="cites">
    ${found
      .filter(({ of }) => of.length > 0)
      .map(
        ({ kind, of }) => html`<div data-cites=${kind}>
          <dt>${t(`statute.kind.${kind}`)}</dt>
          <dd>${of.map((place, index) => html`${index > 0 ? t('statute.and') : ''}${linked(place)}`)}</dd>
        </div>`,
      )}
  </dl>`
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
