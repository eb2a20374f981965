/** Sentences of an editor that speaks English alone: by what it says, or by a pattern with places. */
export interface FrameWords {
  words: Readonly<Record<string, string>>
  patterns: readonly (readonly [RegExp, string])[]
}

const ATTRIBUTES = ['title', 'placeholder', 'aria-label', 'alt', 'data-placeholder'] as const
/** What people write themselves is theirs, whatever it says. */
const OWN_WORDS = 'textarea, [contenteditable], .cm-content, .djs-direct-editing-content, script, style, [data-own]'

/** The Chinese for what an editor says; what is in no list stays as it is. */
export function translated(text: string, { words, patterns }: FrameWords): string {
  const bare = text.trim()
  if (!/[A-Za-z]/.test(bare)) return text
  const word = Object.hasOwn(words, bare) ? words[bare] : undefined
  if (word !== undefined) return text.replace(bare, () => word)
  for (const [pattern, replacement] of patterns) {
    const match = pattern.exec(bare)
    if (match) {
      const said = replacement.replace(/\$(\d)/g, (_, n: string) =>
        translated(match[Number(n)] ?? '', { words, patterns }),
      )
      return text.replace(bare, () => said)
    }
  }
  return text
}

/**
 * Keeps this document, or a part of it, Chinese, whatever its editor draws: an editor without translations of its own is translated where its
 * words reach the screen, before they are painted.
 */
export function translateDocument(words: FrameWords, root: Element = document.body): void {
  const visit = (node: Node): void => {
    if (node instanceof Text) visitText(node, words)
    if (!(node instanceof Element)) return
    visitAttributes(node, words)
    if (!node.matches(OWN_WORDS)) for (const child of node.childNodes) visit(child)
  }
  visit(root)
  new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') for (const node of addedNodes) visitUnlessOwn(node, visit)
      else visitUnlessOwn(target, type === 'attributes' ? node => visitAttributes(node as Element, words) : visit)
    }
  }).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...ATTRIBUTES],
  })
}

function visitUnlessOwn(node: Node, visit: (node: Node) => void): void {
  if (!node.parentElement?.closest(OWN_WORDS)) visit(node)
}

function visitText(node: Text, words: FrameWords): void {
  const said = translated(node.data, words)
  if (said !== node.data) node.data = said
}

function visitAttributes(element: Element, words: FrameWords): void {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name)
    if (value === null) continue
    const said = translated(value, words)
    if (said !== value) element.setAttribute(name, said)
  }
}
