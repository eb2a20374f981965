import { html, nothing, type TemplateResult } from 'lit'
import { readProcessGraph, returnPoints } from '../../../server/bpmn/index.ts'
import { elementOf, type ModdleElement } from '../../../server/bpmn/moddle.ts'
import { t } from '../../words/index.ts'
import type { Subject } from './subject.ts'

/** To which earlier tasks a case can be sent back from this one without a step being lost or doubled, and what ends with it. */
export function returnsPart({ element, elementId }: Subject): TemplateResult | typeof nothing {
  const process = processOf(element)
  if (!process) return nothing
  const graph = readProcessGraph(process)
  const points = returnPoints(graph, elementId)
  if (points.length === 0) return html`<p class="said" data-returns="0">${t('draft.returns.none')}</p>`
  const name = (id: string) => graph.nodes.get(id)?.name ?? id
  return html`<p class="said">${t('draft.returns')}</p>
    <ul class="verbs" data-returns=${points.length}>${points.map(
      ({ elementId: to, isDrawn, cancels }) => html`<li>
        <span>${name(to)}</span>${isDrawn ? html`<span class="tag">${t('draft.returns.drawn')}</span>` : nothing}
        ${cancels.length > 0 ? html`<small>${t('draft.returns.ends', { names: [...new Set(cancels.map(name))].join('、') })}</small>` : nothing}
      </li>`,
    )}</ul>`
}

function processOf(element: ModdleElement): ModdleElement | undefined {
  let at: ModdleElement | undefined = element
  while (at && at.$type !== 'bpmn:Process') at = at.$parent ?? elementOf(at, '$parent')
  return at
}
