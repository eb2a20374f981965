import { html, type TemplateResult } from 'lit'

/** The way to an instance, by the number of its case where it has one. */
export const instanceLink = ({
  processInstanceKey,
  caseNo,
}: {
  processInstanceKey: string
  caseNo: string | null
}): TemplateResult =>
  html`<a href="/instances/${processInstanceKey}" class=${caseNo === null ? 'mono' : ''}>${caseNo ?? processInstanceKey}</a>`
