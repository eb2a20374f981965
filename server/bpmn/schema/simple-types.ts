const NAME = '[A-Za-z_\\u00C0-\\uFFFD][\\w.\\-\\u00B7\\u00C0-\\uFFFD]*'

const PATTERNS: Record<string, RegExp> = {
  id: new RegExp(`^${NAME}$`, 'u'),
  idref: new RegExp(`^${NAME}$`, 'u'),
  qname: new RegExp(`^(${NAME}:)?${NAME}$`, 'u'),
  boolean: /^(true|false|1|0)$/,
  integer: /^[+-]?\d+$/,
  number: /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/,
  text: /^/,
}

/** How types of values are called in sentences. */
export const TYPE_NAMES: Record<string, string> = {
  id: 'a name (letters, digits, _ - . and no digit first)',
  idref: 'the id of an element',
  qname: 'the id of an element',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
}

/** Whether a text is a value of a simple type of the schema; types that are no names are lists of what may stand there (`None|One|Both`). */
export function isValueOf(type: string, text: string): boolean {
  return PATTERNS[type]?.test(text) ?? type.split('|').includes(text)
}
