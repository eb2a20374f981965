import { type FeelValue, textOf, typeOf } from '../feel/index.ts'
import { DecisionFailure } from './decision-failure.ts'

/** Zeebe's result types by the names a model gives types; a type not listed here, such as FEEL's own `date and time`, is not checked. */
const RESULT_TYPES: Record<string, readonly string[]> = {
  string: ['STRING'],
  number: ['NUMBER'],
  boolean: ['BOOLEAN'],
  date: ['DATE'],
  time: ['TIME', 'LOCAL_TIME'],
  dateTime: ['DATE_TIME', 'LOCAL_DATE_TIME'],
  dayTimeDuration: ['DURATION'],
  yearMonthDuration: ['PERIOD'],
}

/** The value if it is of the type the model asks for, or null. Throws DecisionFailure when it is of another. */
export function checked(value: FeelValue, type: string | undefined): FeelValue {
  const expected = type !== undefined && Object.hasOwn(RESULT_TYPES, type) ? RESULT_TYPES[type] : undefined
  if (value === null || !expected || expected.includes(typeOf(value))) return value
  throw new DecisionFailure(`expected '${type}' but found '${textOf(value)}'`)
}
