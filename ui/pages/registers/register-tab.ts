import type { TemplateResult } from 'lit'
import type { Page } from '../../api-types.ts'

/** A choice above a list: the member of the query, its word, and what can be chosen with the word for it. */
export interface RegisterFilter {
  name: string
  label: string
  options: readonly (readonly [value: string, word: string])[]
}

/** What stands above and in a list of a register. */
interface ListParts {
  /** The register as a file, with the filter of the list. */
  file?: string
  /** What one may search for; absent where one cannot. */
  find?: string
  filters?: readonly RegisterFilter[]
  /** What may be done above the list. */
  act?: { word: string; run: () => unknown }
  /** Asked always. */
  fixed?: Readonly<Record<string, string>>
  empty: readonly [title: string, text: string]
}

/** A register of a page. */
interface TypedTab<Row> extends ListParts {
  id: string
  word: string
  load(query: Record<string, string>, signal?: AbortSignal): Promise<Page<Row>>
  table(items: readonly Row[]): TemplateResult
}

/** The same to a page that does not know what its rows are; `panel` stands for what is no list. */
export interface RegisterTab {
  id: string
  word: string
  list?: ListParts & {
    load(query: Record<string, string>, signal?: AbortSignal): Promise<Page<unknown>>
    table(items: readonly unknown[]): TemplateResult
  }
  panel?: { show(): unknown; reload(): void }
}

/** Says what a tab of a register is. */
export function registerTab<Row>({ id, word, load, table, ...parts }: TypedTab<Row>): RegisterTab {
  return { id, word, list: { ...parts, load, table: items => table(items as readonly Row[]) } }
}
