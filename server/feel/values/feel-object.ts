/** The base of every value that is an object but not a context: dates, durations, ranges, functions. */
export abstract class FeelObject {
  /** Zeebe's word for the type of a result. */
  abstract readonly resultType: ResultType
  /** FEEL's name of the type, as `instance of` writes it. */
  abstract readonly typeName: string
  /** The canonical text, as `string()` gives it. */
  abstract toString(): string
  /** What is stored when the value leaves the expression. */
  abstract toJson(): string | null
}

/** The types a result can have, in the words of Zeebe's incident messages. */
export type ResultType =
  | 'NULL'
  | 'BOOLEAN'
  | 'NUMBER'
  | 'STRING'
  | 'ARRAY'
  | 'OBJECT'
  | 'DATE'
  | 'TIME'
  | 'LOCAL_TIME'
  | 'DATE_TIME'
  | 'LOCAL_DATE_TIME'
  | 'DURATION'
  | 'PERIOD'
  | 'FUNCTION'
  | 'RANGE'
