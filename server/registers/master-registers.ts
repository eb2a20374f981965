import type { Projection } from '../../db/projection.ts'
import { peopleDefinitions } from './people-registers.ts'
import { defineRegister, type RegisterDefinition } from './register.ts'
import { webhookDefinition } from './webhooks.ts'

/** What is kept of the office's powers and duties: one row each, the latest record of an id. Written by acts alone. */
const powerDefinitions = {
  'enforcement-items': {
    name: 'enforcement-items',
    table: 'enforcement_item',
    key: 'item_code',
    columns: [
      ...(['name', 'domain', 'actType', 'level', 'department', 'basis', 'streets', 'tags'] as const),
      ...(['penaltyRange', 'coercionBasis', 'benchmarkDmn'] as const),
      ...(['guideUrl', 'state', 'validFrom', 'validTo'] as const),
    ],
    json: ['basis', 'streets', 'tags', 'coercionBasis'],
  },
  'empowerment-confirmations': {
    name: 'empowerment-confirmations',
    table: 'empowerment_confirmation',
    key: 'doc_no',
    columns: ['street', 'department', 'items', 'signedOn', 'validTo', 'fileId', 'fileName'],
    json: ['items'],
  },
  'duty-lists': {
    name: 'duty-lists',
    table: 'duty_list',
    key: 'duty_id',
    columns: [
      ...(['street', 'listType', 'name', 'department', 'itemCode', 'departmentDuty', 'streetDuty'] as const),
      ...(['validFrom', 'validTo'] as const),
    ],
  },
  liaisons: {
    name: 'liaisons',
    table: 'liaison',
    key: 'liaison_id',
    columns: ['department', 'personId', 'standing', 'phone', 'validFrom', 'validTo'],
  },
  'staff-register': {
    name: 'staff-register',
    table: 'staff_member',
    key: 'person_id',
    columns: ['org', 'staffing', 'post', 'category', 'bornIn', 'validFrom', 'validTo'],
  },
  'training-hours': {
    name: 'training-hours',
    table: 'training_hour',
    key: 'training_id',
    columns: ['personId', 'kind', 'hours', 'course', 'result', 'heldOn'],
  },
  'retirement-ages': {
    name: 'retirement-ages',
    table: 'retirement_age',
    key: 'age_id',
    columns: ['category', 'bornFrom', 'bornTo', 'ageMonths', 'validFrom', 'validTo'],
  },
  'organisation-changes': {
    name: 'organisation-changes',
    table: 'organisation_change',
    key: 'change_id',
    columns: ['orgId', 'validFrom', 'name', 'entity', 'parent', 'kind', 'state', 'successor'],
  },
} as const satisfies Record<string, RegisterDefinition>

export const powerRegisters: readonly Projection[] = Object.values(powerDefinitions).map(defineRegister)

/** Every register whose rows are its records: people, certificates, powers and duties, and who outside is told. */
export const masterDefinitions = { ...peopleDefinitions, ...powerDefinitions, webhooks: webhookDefinition }

/** The name of a register of master data. */
export type MasterRegister = keyof typeof masterDefinitions
