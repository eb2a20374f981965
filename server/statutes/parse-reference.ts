/** What a citation names. */
export interface Reference {
  name: string
  /** `58`, or `58-1` for 第58条之1; absent when a document is cited whole. */
  article?: string
  /** Number of the paragraph (款) and of the item (项). */
  paragraph?: number
  item?: number
  /** Whether the citation itself says that it is not confirmed. */
  isToVerify: boolean
}

const REFERENCE = /^(.+?)(?:\s+第(\d+)条(?:之(\d+))?(?:第(\d+)款)?(?:第(\d+)项)?)?(【待核】)?$/

/** Takes `行政处罚法 第58条第1款第2项` or `国办发〔2018〕118号【待核】` apart; undefined for nothing. */
export function parseReference(reference: string): Reference | undefined {
  const [, name, number, inserted, paragraph, item, mark] = REFERENCE.exec(reference.trim()) ?? []
  if (name === undefined) return undefined
  return {
    name,
    ...(number !== undefined && { article: inserted === undefined ? number : `${number}-${inserted}` }),
    ...(paragraph !== undefined && { paragraph: Number(paragraph) }),
    ...(item !== undefined && { item: Number(item) }),
    isToVerify: mark !== undefined,
  }
}
