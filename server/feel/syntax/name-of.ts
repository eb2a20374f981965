import type { SyntaxNode } from './syntax-node.ts'

/** The name a node stands for: backticks off, inner white space one blank. */
export function nameOf(node: SyntaxNode): string {
  const backtick = node.children.find(child => child.kind === 'BacktickIdentifier')
  if (backtick) return backtick.text.slice(1, -1)
  return node.text.trim().replace(/\s+/g, ' ')
}

/** The text a string literal stands for: quotes off, escapes resolved. */
export function stringOf(literal: SyntaxNode): string {
  return literal.text.slice(1, -1).replace(/\\(.)/gs, unescaped)
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
}

function unescaped(whole: string, letter: string): string {
  return ESCAPES[letter] ?? whole
}
