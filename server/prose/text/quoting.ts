/** A text between “ and ”: those two, the backslash and the end of a line are written with a backslash. */
export const quoted = (text: string): string => `“${escaped(text, '“”')}”`

/** An id between 〔 and 〕. */
export const bracketed = (id: string): string => `〔${escaped(id, '〔〕')}〕`

/** The text that stands between quotation marks or brackets. */
export const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign)

/** Patterns of what stands between the signs. */
export const QUOTED = '“((?:[^“”\\\\]|\\\\.)*)”'
export const BRACKETED = '〔((?:[^〔〕\\\\]|\\\\.)*)〕'

function escaped(text: string, signs: string): string {
  return [...text]
    .map(
      sign =>
        ({ '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' })[sign] ?? (signs.includes(sign) ? `\\${sign}` : sign),
    )
    .join('')
}
