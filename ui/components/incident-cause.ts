import { html, type TemplateResult } from 'lit'
import type { Incident } from '../api-types.ts'
import { sentences, t, type WordId } from '../words/index.ts'

/** Why a procedure stopped: in words, and as the engine said it. */
export const incidentCause = ({
  errorType,
  errorMessage,
}: Pick<Incident, 'errorType' | 'errorMessage'>): TemplateResult =>
  html`${t(causeWord(errorType))}<small lang="en">${errorMessage}</small>`

function causeWord(errorType: string): WordId {
  const id = `incident.type.${errorType}`
  return id in sentences ? (id as WordId) : 'incident.type.other'
}
