import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { icon } from '../../components/icon.ts'
import { say } from '../../toast.ts'
import { t, type WordId } from '../../words/index.ts'
import type { DraftModeler } from './draft-modeler.ts'

/** Signs of what is done to what is chosen: 16 units square, as all our icons are. */
const signs = {
  copy: svg`<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"/>`,
  paste: svg`<path d="M3 3.5h2.5M10.5 3.5H13v10H3v-10M5.5 2.3h5v2.4h-5zM5.5 8h5M5.5 10.7h3.5"/>`,
  lasso: svg`<path d="M2.5 2.5h11v11h-11z" stroke-dasharray="2.2 1.8"/>`,
  align: svg`<path d="M2.5 2v12M5 4h8.5v3H5zM5 9.5h5v3H5z"/>`,
  colour: svg`<path d="M3 9.5 9 3.5l4 4-6 6H5zM8 4.5 6.5 3M13.5 11.5c.8 1 .8 2 0 2s-.8-1 0-2z"/>`,
} satisfies Record<string, SVGTemplateResult>

/** What can be done to the chosen elements, in the upper left corner: every tool has a key, and every key a tool. */
export function canvasTools(modeler: DraftModeler): TemplateResult {
  const stack = modeler.service('commandStack')
  const chosen = modeler.service('selection').get()
  const act = (action: string) => () => modeler.service('editorActions').trigger(action)
  return html`${tool('draft.undo', icon('undo'), () => stack.undo(), stack.canUndo())}
    ${tool('draft.redo', icon('redo'), () => stack.redo(), stack.canRedo())}
    <span class="gap"></span>
    ${tool('draft.copyChosen', sign('copy'), act('copy'), chosen.length > 0)}
    ${tool('draft.paste', sign('paste'), () => pasteOrSay(modeler))}
    ${tool('draft.lasso', sign('lasso'), act('lassoTool'))}
    ${tool('draft.align', sign('align'), event => openMenu(modeler, 'align-elements', event), chosen.length > 1)}
    ${tool('draft.colour', sign('colour'), event => openMenu(modeler, 'color-picker', event), chosen.length > 0)}`
}

/** A small button with a sign; its name is read out and stands beside the pointer. */
export const tool = (
  word: WordId,
  content: TemplateResult,
  act: (event: MouseEvent) => void,
  isOn = true,
): TemplateResult =>
  html`<button class="btn quiet icon" type="button" aria-label=${t(word)} title=${t(word)} ?disabled=${!isOn} @click=${act}>${content}</button>`

const sign = (name: keyof typeof signs): TemplateResult =>
  html`<svg class="ico" viewBox="0 0 16 16" aria-hidden="true">${signs[name] ?? nothing}</svg>`

function pasteOrSay(modeler: DraftModeler): void {
  if (modeler.service('clipboard').get() === undefined) say({ text: t('draft.nothingCopied') })
  else modeler.service('editorActions').trigger('paste')
}

/** Opens a menu for what is chosen under its button. */
function openMenu(modeler: DraftModeler, menu: string, event: MouseEvent): void {
  const chosen = modeler.service('selection').get()
  const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect()
  const target = chosen.length === 1 && chosen[0] ? chosen[0] : chosen
  // The click that opens it must not be one outside it.
  setTimeout(() => modeler.service('popupMenu').open(target, menu, { x: left, y: bottom + 4 }))
}
