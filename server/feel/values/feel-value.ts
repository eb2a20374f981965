import type { Decimal } from './decimal.ts'
import type { FeelObject } from './feel-object.ts'

/** A number: a double that stands for its shortest decimal text, or a decimal of up to 34 digits. */
export type FeelNumber = number | Decimal

/** A FEEL context. */
export interface FeelRecord {
  readonly [name: string]: FeelValue
}

/** What an expression works on. Every JSON value is one as it is, so variables are never converted on the way in. */
export type FeelValue = null | boolean | string | FeelNumber | readonly FeelValue[] | FeelObject | FeelRecord
