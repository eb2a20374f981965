import { html, type TemplateResult } from 'lit'
import type { Component } from '../../../server/forms/index.ts'

const columns = 16

/** Lays components out by form-js's rows of 16 columns; a component alone takes the whole row. */
export function layOut(
  components: readonly Component[],
  draw: (component: Component) => TemplateResult | symbol,
): TemplateResult {
  return html`${rowsOf(components).map(row => {
    const [first] = row
    const isWhole = row.length === 1 && (first?.layout?.columns ?? columns) === columns
    if (isWhole) return row.map(draw)
    const share = Math.max(1, Math.floor(columns / row.length))
    const cells = row.map(
      component => html`<div class="cell span-${component.layout?.columns ?? share}">${draw(component)}</div>`,
    )
    return html`<div class="cells">${cells}</div>`
  })}`
}

function rowsOf(components: readonly Component[]): Component[][] {
  const rows: Component[][] = []
  for (const component of components) {
    const name = component.layout?.row
    const last = rows.at(-1)
    if (last && name !== undefined && last[0]?.layout?.row === name) last.push(component)
    else rows.push([component])
  }
  return rows
}
