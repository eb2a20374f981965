import type { Named, Page } from './envelope.ts'
import type { Citation, LimitMark } from './limits.ts'

/** The registers of what the office may and must do. */
export type CatalogueRegister =
  | 'enforcement-items'
  | 'empowerment-confirmations'
  | 'duty-lists'
  | 'liaisons'
  | 'staff-register'
  | 'training-hours'
  | 'retirement-ages'

/** A field of a register, with its word and what may be chosen. */
export interface CatalogueField {
  name: string
  label: string
  type: string
  isRequired: boolean
  isListed: boolean
  isId: boolean
  options: { value: string; word: string }[]
}

/** A row as it is kept, and as people read it. */
export interface CatalogueRow {
  id: string
  row: Readonly<Record<string, unknown>>
  shown: Record<string, string[]>
  isCurrent: boolean
}

export interface CataloguePage extends Page<CatalogueRow> {
  fields: CatalogueField[]
}

export interface CatalogueRecord extends CatalogueRow {
  fields: CatalogueField[]
}

/** A version of a parameter of the office that is no limit. */
export interface OfficeParameter {
  key: string
  name: string
  type: 'number' | 'day' | 'text' | 'yes-no'
  value: string | number | boolean
  unit: string | null
  min: number | null
  max: number | null
  marks: LimitMark[]
  basis: Citation[]
  seq: number
  effectiveFrom: string
  isShipped: boolean
  changedBy: Named | null
  changedAt: string
  reason: string | null
}
