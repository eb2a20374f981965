import { html, type TemplateResult } from 'lit'
import type { CertificateState } from '../api-types.ts'
import { t } from '../words/index.ts'

/** How a certificate stands, in a word. */
export const certificateMark = (state: CertificateState): TemplateResult =>
  html`<span class="tag ${state === 'valid' ? 'live' : state === 'pending' ? 'off' : 'stop'}">${t(`cert.state.${state}`)}</span>`
