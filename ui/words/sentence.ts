/** Sentences of one page: id → Chinese, English, side by side. */
export type Sentences = Record<string, readonly [zh: string, en: string]>
/** What a sentence is filled with. */
export type Params = Record<string, string | number>

/**
 * Fills `{name}` with a parameter, and `{n|one|many}` with the word that goes with the number `n`.
 * A parameter that is missing stays visible as its name, so that it is found.
 */
export function fill(sentence: string, params: Params = {}): string {
  return sentence.replaceAll(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = params[name]
      if (value === undefined) return whole
      if (one === undefined) return String(value)
      return (Number(value) === 1 ? one : many) ?? ''
    },
  )
}
