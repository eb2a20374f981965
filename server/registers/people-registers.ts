import type { Projection } from '../../db/projection.ts'
import { defineRegister, type RegisterDefinition } from './register.ts'

/** What is kept of people and their offices: one row each, the latest record of an id. Written by acts alone. */
export const peopleDefinitions = {
  organisations: {
    name: 'organisations',
    table: 'organisation',
    key: 'org_id',
    columns: ['name', 'entity', 'parent', 'kind'],
  },
  persons: { name: 'persons', table: 'person', key: 'person_id', columns: ['name'] },
  appointments: {
    name: 'appointments',
    table: 'appointment',
    key: 'appointment_id',
    columns: ['personId', 'role', 'org', 'validFrom', 'validTo', 'capacity', 'endedAt'],
  },
  accounts: { name: 'accounts', table: 'account', key: 'account_id', columns: ['personId', 'state'] },
  certificates: {
    name: 'certificates',
    table: 'certificate',
    key: 'certificate_id',
    columns: ['personId', 'kind', 'number', 'validFrom', 'validTo'],
  },
  'certificate-states': {
    name: 'certificate-states',
    table: 'certificate_state',
    key: 'state_id',
    columns: ['certificateId', 'state', 'effectiveAt', 'reason', 'recordedAt', 'lateReason'],
  },
  qualifications: {
    name: 'qualifications',
    table: 'qualification',
    key: 'person_id',
    columns: ['number', 'grantedOn', 'reviewerSince', 'exemption'],
  },
} as const satisfies Record<string, RegisterDefinition>

export const peopleRegisters: readonly Projection[] = Object.values(peopleDefinitions).map(defineRegister)
