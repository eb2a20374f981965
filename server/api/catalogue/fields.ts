import type { Permission } from '../../identity/roles.ts'
import type { CatalogueRegister } from '../../registers/catalogue-list.ts'
import { ACT_TYPES, DUTY_LISTS, ITEM_LEVELS, ITEM_STATES } from '../../registers/items.ts'
import type { ORGANISATION_KINDS } from '../../registers/organisation-kinds.ts'

/** What a field of a register holds. A `basis` is a list of articles with the days each holds from and to. */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'number'
  | 'month'
  | 'day'
  | 'choice'
  | 'choices'
  | 'organisation'
  | 'organisations'
  | 'person'
  | 'item'
  | 'items'
  | 'basis'
  | 'file'

export interface CatalogueField {
  name: string
  type: FieldType
  isOptional?: true
  /** Of a choice. */
  values?: readonly string[]
  /** Which organisations may be named. */
  kinds?: readonly (typeof ORGANISATION_KINDS)[number][]
  /** Stands in the list. */
  isListed?: true
}

/** One register of the catalogue. */
export interface CatalogueDefinition {
  /** The field a row is known by; none: it is made of others. */
  idField?: string
  /** Of a row that is known by several fields. */
  idOf?: (row: Readonly<Record<string, unknown>>) => string
  /** First and last day of a row; the same field twice for what is of one day. */
  period: readonly [from: string, to: string]
  /** Who enters it; without, who keeps the catalogue. */
  keeper?: Permission
  /** Who reads it; without, everybody in office. */
  readers?: readonly Permission[]
  /** All fields but the id, in the order of pages and files. */
  fields: readonly CatalogueField[]
}

/** Categories of staff that retire at different ages. */
const RETIREMENT_CATEGORIES = ['male', 'female-cadre', 'female-worker'] as const
/** What is kept about people's service is read by those who work with it. */
const OF_SERVICE = ['staffing', 'training', 'certify', 'catalogue', 'audit'] as const

const STREETS = ['subdistrict'] as const
const DEPARTMENTS = ['empowering-department', 'department'] as const
const listed = true as const
const isOptional = true as const

/** The registers with their fields: pages, files, checks and histories are made from this. */
export const catalogue: Readonly<Record<CatalogueRegister, CatalogueDefinition>> = {
  'enforcement-items': {
    idField: 'itemCode',
    period: ['validFrom', 'validTo'],
    fields: [
      { name: 'name', type: 'text', isListed: listed },
      { name: 'domain', type: 'text', isListed: listed },
      { name: 'actType', type: 'choice', values: ACT_TYPES, isListed: listed },
      { name: 'level', type: 'choice', values: ITEM_LEVELS },
      { name: 'department', type: 'organisation', kinds: DEPARTMENTS, isOptional },
      { name: 'basis', type: 'basis', isListed: listed },
      { name: 'streets', type: 'organisations', kinds: STREETS, isOptional, isListed: listed },
      { name: 'tags', type: 'choices', values: DUTY_LISTS, isOptional },
      { name: 'penaltyRange', type: 'long-text', isOptional },
      { name: 'coercionBasis', type: 'basis', isOptional },
      { name: 'benchmarkDmn', type: 'text', isOptional },
      { name: 'guideUrl', type: 'text', isOptional },
      { name: 'state', type: 'choice', values: ITEM_STATES },
      { name: 'validFrom', type: 'day' },
      { name: 'validTo', type: 'day', isOptional },
    ],
  },
  'empowerment-confirmations': {
    idField: 'docNo',
    period: ['signedOn', 'validTo'],
    fields: [
      { name: 'street', type: 'organisation', kinds: STREETS, isListed: listed },
      { name: 'department', type: 'organisation', kinds: DEPARTMENTS, isOptional, isListed: listed },
      { name: 'items', type: 'items', isListed: listed },
      { name: 'signedOn', type: 'day', isListed: listed },
      { name: 'validTo', type: 'day', isOptional },
      { name: 'fileId', type: 'file', isOptional },
      { name: 'fileName', type: 'text', isOptional },
    ],
  },
  'duty-lists': {
    idField: 'dutyId',
    period: ['validFrom', 'validTo'],
    fields: [
      { name: 'street', type: 'organisation', kinds: STREETS, isListed: listed },
      { name: 'listType', type: 'choice', values: DUTY_LISTS, isListed: listed },
      { name: 'name', type: 'text', isListed: listed },
      { name: 'department', type: 'organisation', kinds: DEPARTMENTS, isOptional, isListed: listed },
      { name: 'itemCode', type: 'item', isOptional },
      { name: 'departmentDuty', type: 'long-text', isOptional },
      { name: 'streetDuty', type: 'long-text', isOptional },
      { name: 'validFrom', type: 'day' },
      { name: 'validTo', type: 'day', isOptional },
    ],
  },
  'staff-register': {
    idField: 'personId',
    period: ['validFrom', 'validTo'],
    ...{ keeper: 'staffing', readers: OF_SERVICE },
    fields: [
      { name: 'org', type: 'organisation', kinds: [...STREETS, ...DEPARTMENTS], isListed: listed },
      { name: 'staffing', type: 'choice', values: ['civilServant', 'careerStaff', 'other'], isListed: listed },
      { name: 'post', type: 'text', isListed: listed },
      { name: 'category', type: 'choice', values: RETIREMENT_CATEGORIES, isOptional },
      { name: 'bornIn', type: 'month', isOptional },
      { name: 'validFrom', type: 'day', isListed: listed },
      { name: 'validTo', type: 'day', isOptional, isListed: listed },
    ],
  },
  'training-hours': {
    idField: 'trainingId',
    period: ['heldOn', 'heldOn'],
    ...{ keeper: 'training', readers: OF_SERVICE },
    fields: [
      { name: 'personId', type: 'person', isListed: listed },
      { name: 'kind', type: 'choice', values: ['common', 'professional', 'retraining'], isListed: listed },
      { name: 'hours', type: 'number', isListed: listed },
      { name: 'course', type: 'text', isListed: listed },
      { name: 'result', type: 'choice', values: ['passed', 'failed'], isOptional, isListed: listed },
      { name: 'heldOn', type: 'day', isListed: listed },
    ],
  },
  'retirement-ages': {
    idOf: ({ category, bornFrom }) => `${category}.${bornFrom}`,
    period: ['validFrom', 'validTo'],
    keeper: 'certify',
    fields: [
      { name: 'category', type: 'choice', values: RETIREMENT_CATEGORIES, isListed: listed },
      { name: 'bornFrom', type: 'month', isListed: listed },
      { name: 'bornTo', type: 'month', isOptional, isListed: listed },
      { name: 'ageMonths', type: 'number', isListed: listed },
      { name: 'validFrom', type: 'day', isListed: listed },
      { name: 'validTo', type: 'day', isOptional, isListed: listed },
    ],
  },
  liaisons: {
    idOf: ({ department, personId, validFrom }) => `${department}.${personId}.${validFrom}`,
    period: ['validFrom', 'validTo'],
    fields: [
      { name: 'department', type: 'organisation', kinds: DEPARTMENTS, isListed: listed },
      { name: 'personId', type: 'person', isListed: listed },
      { name: 'standing', type: 'choice', values: ['main', 'substitute'], isListed: listed },
      { name: 'phone', type: 'text', isOptional, isListed: listed },
      { name: 'validFrom', type: 'day', isListed: listed },
      { name: 'validTo', type: 'day', isOptional, isListed: listed },
    ],
  },
}

/** Every field of a register with the one it is known by. */
export function fieldsOf(register: CatalogueRegister): readonly CatalogueField[] {
  const { idField, fields } = catalogue[register]
  if (idField === undefined) return fields
  return [{ name: idField, type: idField === 'personId' ? 'person' : 'text', isListed: true }, ...fields]
}

/** Who enters rows of a register. */
export const keeperOf = (register: CatalogueRegister): Permission => catalogue[register].keeper ?? 'catalogue'
