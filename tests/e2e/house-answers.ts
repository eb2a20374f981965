import { expect } from 'vitest'
import type { Seat } from './seat.ts'

/** A journal entry as the server tells it. */
export interface Recorded {
  seq: number
  kind: string
  verb: string
  actor: { name: string }
  hash: string
  prev: string
}

interface Listed {
  processInstanceKey: string
  processDefinitionKey: string
}

/** The instance of a case. */
export async function instanceOf(seat: Seat, caseNo: string): Promise<Listed> {
  const { body } = await seat.ask<{ items: Listed[] }>('GET', `/process-instances?q=${caseNo}`)
  const [found] = body.items
  if (!found) throw new Error(`Expected an instance of ${caseNo}, found none`)
  return found
}

/** Every journal entry of an instance, oldest first. */
export async function recordsOf(seat: Seat, processInstanceKey: string): Promise<Recorded[]> {
  const path = `/process-instances/${processInstanceKey}/records?limit=200`
  return (await seat.ask<{ items: Recorded[] }>('GET', path)).body.items
}

/** Publishes files past the page. */
export async function deploy(seat: Seat, files: Readonly<Record<string, string>>): Promise<void> {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('resources', new File([content], name))
  const answer = await seat.context.request.post('/api/deployments', { multipart: form })
  expect(await answer.text()).toContain('deploymentKey')
}
