/** Reads the header `basis`: article references, `行政处罚法 第58条`. */
export const readBasis = (header: string): string[] =>
  header
    .split(/[;；]/)
    .map(each => each.trim())
    .filter(Boolean)

/** Writes references as the header `basis`. */
export const writeBasis = (references: readonly string[]): string => references.join('；')

/** The law and the article of a reference, to open its page. */
export function readReference(reference: string): { law: string; article: string | undefined } {
  const [, law = reference, article] = /^(.+?)\s*第([\d-]+)条/.exec(reference) ?? []
  return { law: law.trim(), article }
}
