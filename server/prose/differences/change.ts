import { listed, type Said, said, same, together } from '../reading/words.ts'

/** A file of a bundle. */
export interface BundleFile {
  name: string
  content: string
}

/** What a change is about, for its mark and its place in the list. */
export type ChangeTopic = 'step' | 'flow' | 'other' | 'form' | 'table' | 'limit' | 'scenario' | 'drawing'

/** One change between two bundles as a sentence. */
export interface Change extends Said {
  kind: 'added' | 'removed' | 'changed'
  topic: ChangeTopic
  /** The file it is in. */
  file: string
  /** Parts of the diagram it is about, in either version. */
  elementIds: readonly string[]
}

/** What a thing says before and after under one name; absent where it says nothing. */
export interface Turn {
  before: Said | undefined
  after: Said | undefined
}

/**
 * `“法制审核”的期限由 5 个工作日改为 3 个工作日`; where there was nothing or is nothing any more it says that.
 * @param whose the thing, with its quotation marks
 * @param what which of its properties
 */
export function turned(whose: Said, what: Said, turn: Turn): Said {
  const { zh, en } = turnedPlain(whose, what, turn)
  return { zh: spaced(zh), en }
}

function turnedPlain(whose: Said, what: Said, { before, after }: Turn): Said {
  const its = together(said('的', ': '), what)
  if (before === undefined) return together(whose, said('加了', ': '), what, said('：', ' added: '), after ?? same(''))
  if (after === undefined)
    return together(whose, said('去掉了', ': '), what, said('（原来是 ', ' taken away (was '), before, said('）', ')'))
  const from = together(said('由', ' changed from '), before, said('改为', ' to '), after)
  return together(whose, its, from)
}

/** A space between Chinese and what is not, outside quotation marks. */
const spaced = (text: string): string =>
  text
    .split(/(“[^”]*”)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/(\p{sc=Han})(?=[\w=[{])|([\w\])}"])(?=\p{sc=Han})/gu, '$1$2 '),
    )
    .join('')

/** The members of two lists that only one has. */
export function onlyIn<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): { removed: T[]; added: T[] } {
  const keysBefore = new Set(before.map(key))
  const keysAfter = new Set(after.map(key))
  return {
    removed: before.filter(item => !keysAfter.has(key(item))),
    added: after.filter(item => !keysBefore.has(key(item))),
  }
}

/** Names as a list, the first few of many. */
export function someOf(names: readonly Said[], most = 4): Said {
  const shown = listed(names.slice(0, most))
  return names.length <= most
    ? shown
    : said(`${shown.zh} 等 ${names.length} 处`, `${shown.en} and ${names.length - most} more`)
}
