import type { ActivatedJob, Json } from '../../engine/index.ts'

/** A thing as the forms list it. */
export type ListedGood = Record<string, Json>

/** What is listed, in its order. @throws Error when it is no list */
export function goodsIn({ variables: { preservedItems }, elementId }: ActivatedJob): ListedGood[] {
  if (!Array.isArray(preservedItems)) throw new Error(`Expected a list as 'preservedItems' of '${elementId}'`)
  return preservedItems as ListedGood[]
}

/** A text of a row; null for none. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** An instant as registers keep it; null for none. */
export function instantOf(value: Json | undefined): string | null {
  const text = textOf(value)
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
