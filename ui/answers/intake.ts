import type { Named } from './envelope.ts'

/** A matter that somebody outside handed in. */
export interface IntakeMatter {
  seq: number
  ticketNo: string
  source: Named
  sourceId: string
  org: Named
  title: string
  problem: string
  place: string | null
  level: 'normal' | 'key' | 'emergency'
  reporter: string | null
  phone: string | null
  happenedAt: string
  receivedAt: string
  processInstanceKey: string | null
  process: { name: string; state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' } | null
}

/** A program that may hand matters in, or might once. */
export interface IntakeClient {
  clientId: string
  name: string
  source: Named
  registeredBy: Named
  registeredAt: string
  revoked: { by: Named; at: string; reason: string } | null
}
