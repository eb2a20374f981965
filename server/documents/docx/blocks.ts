/** What a document is made of, top to bottom. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; align?: 'left' | 'center' | 'right' }
  | { kind: 'table'; widths: readonly number[]; header?: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'space' }
