import { type Asked, get, post } from './asked.ts'

const change = {
  amount: '5WD',
  mode: 'STRICT',
  consequence: 'escalate',
  effectiveFrom: '2026-11-24',
  reason: '本区规定',
}
const year = { year: 2027, source: '国务院办公厅通知', holidays: ['2027-01-01'], workdays: [] }

/** The requests on the office's limits and its calendar. */
export const limitRequests: Readonly<Record<string, () => Promise<Asked>>> = {
  'GET /limit-parameters/{key}': async () => get('/limit-parameters/review.first'),
  'PUT /limit-parameters/{key}': async () => ({ method: 'PUT', path: '/limit-parameters/review.first', body: change }),
  'POST /calendar/years': async () => post('/calendar/years', year),
}
