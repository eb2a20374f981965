import { nothing } from 'lit'
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js'

/** Sets the text of an input unless a person is typing in it, so that `52.` is not turned into `52.00` under the cursor. */
class SettledDirective extends Directive {
  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('settled() belongs on an element')
  }

  render(_text: string): typeof nothing {
    return nothing
  }

  override update(part: ElementPart, [text]: [string]): typeof nothing {
    const input = part.element as HTMLInputElement
    const root = input.getRootNode() as Document | ShadowRoot
    if (root.activeElement !== input && input.value !== text) input.value = text
    return nothing
  }
}

export const settled = directive(SettledDirective)
