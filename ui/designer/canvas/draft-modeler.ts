import Modeler from 'bpmn-js/lib/Modeler'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json'
import { elementOf, elementsOf, type ModdleElement } from '../../../server/bpmn/moddle.ts'
import { elementIn } from '../../../server/prose/parts-of.ts'
import type { BundleFile } from '../../api-types.ts'
import { t } from '../../words/index.ts'
import { canonicalXml } from '../canonical-xml.ts'
import type { Edit } from '../edits.ts'
import { ElementOrder } from '../element-order.ts'
import { applyEdit } from './apply-edit.ts'
import type { CommandHandler, Drawn, Services } from './drawn.ts'
import { elementTemplates } from './element-templates.ts'
import { bringIntoSight, fitDiagram } from './in-sight.ts'
import { modules } from './modules.ts'
import { duplicate, ownRoots, paste } from './paste.ts'
import { translate } from './translate.ts'

const EDITS = 'xf.edits'
const ORDER = 'xf.order'
/** Priority of who is asked before bpmn-js itself. */
const FIRST = 20_000

/** What a modeler tells its host. */
export interface ModelerTells {
  picked(elementId: string | undefined): void
  /** The pointer rests on it, or on nothing. */
  pointed(elementId: string | undefined): void
  /** The diagram was changed by hand or by an edit. */
  changed(): void
  /** Elements were copied; answers with the forms and tables they need. */
  copied(elementIds: readonly string[]): readonly BundleFile[]
  /** What was put down came with these. */
  brought(files: readonly BundleFile[]): void
  /** How large it is drawn now; 1 is as it was laid out. */
  zoomed(level: number): void
}

/** bpmn-js put together for procedures: our words, our templates, the dialect of Zeebe. */
export class DraftModeler {
  private readonly modeler: Modeler
  private marked: [id: string, marker: string][] = []
  private isLocked = false
  private order = new ElementOrder()

  constructor(
    private readonly container: HTMLElement,
    fontFamily: string,
    private readonly tells: ModelerTells,
  ) {
    this.modeler = new Modeler({
      container,
      additionalModules: [...modules] as never[],
      moddleExtensions: { zeebe },
      elementTemplates: [...elementTemplates],
      bpmnRenderer: {
        defaultFillColor: 'var(--bpmn-fill)',
        defaultStrokeColor: 'var(--bpmn-line)',
        defaultLabelColor: 'var(--bpmn-text)',
      },
      textRenderer: {
        defaultStyle: { fontFamily, fontSize: 13, lineHeight: 1.35 },
        externalStyle: { fontSize: 12, lineHeight: 1.3 },
      },
    })
    this.service('commandStack').register(EDITS, { preExecute: context => (context as { run(): void }).run() })
    this.service('commandStack').register(ORDER, this.ordering())
    const bus = this.service('eventBus')
    bus.on('selection.changed', ({ newSelection = [] }) => {
      const [only, ...others] = newSelection
      const target = only?.labelTarget ?? only
      tells.picked(target && others.length === 0 ? target.businessObject.id : undefined)
    })
    bus.on('element.hover', ({ element }) => {
      const target = element?.labelTarget ?? element
      tells.pointed(target?.parent ? target.businessObject.id : undefined)
    })
    bus.on('element.out', () => tells.pointed(undefined))
    bus.on('commandStack.changed', () => tells.changed())
    bus.on('canvas.viewbox.changed', () => tells.zoomed(this.service('canvas').zoom()))
    bus.on('elementTemplates.select', ({ element }) => element && this.offerOthers(element))
    bus.on('copyPaste.elementsCopied', ({ elements = [], hints }) => {
      if (hints?.clip !== false) this.service('clipboard').carry(tells.copied(idsIn(elements)))
    })
    bus.on('copyPaste.pasteElement', FIRST, ({ descriptor }) => {
      if (descriptor) ownRoots(elementsOf(this.modeler.getDefinitions() as ModdleElement, 'rootElements'), descriptor)
    })
    this.guard()
    this.replaceActions()
  }

  /** Pasting puts down at once, where bpmn-js waits for a pointer; whatever is to be shown stands in the middle. */
  private replaceActions(): void {
    const actions = this.service('editorActions')
    for (const [name, act] of [
      ['paste', paste],
      ['duplicate', duplicate],
    ] as const) {
      actions.unregister(name)
      actions.register(name, () => this.isLocked || act(this))
    }
    const canvas = this.service('canvas')
    const scroll = canvas.scrollToElement.bind(canvas)
    canvas.scrollToElement = (element, padding) => {
      if (canvas.findRoot(element) !== canvas.getRootElement()) scroll(element, padding)
      // Only the search says how much it covers.
      bringIntoSight(canvas, element, this.coveredBySearch(), typeof padding === 'object')
    }
  }

  private coveredBySearch(): number {
    const pad = this.container.querySelector('.djs-search-container:not([hidden])')?.getBoundingClientRect()
    return pad && pad.height > 0 ? pad.bottom - this.container.getBoundingClientRect().top : 0
  }

  /** The order of what is written, as a command that can be undone. */
  private ordering(): CommandHandler {
    return {
      execute: context => {
        const asked = context as { ids: readonly string[]; before?: readonly string[] }
        this.order.remember(this.modeler.getDefinitions())
        asked.before = this.order.arrange(asked.ids)
        return []
      },
      revert: context => {
        this.order.arrange((context as { before: readonly string[] }).before)
        return []
      },
    }
  }

  /** Opens the menu of what an element may be turned into, templates among them. */
  private offerOthers(element: Drawn): void {
    const { outer } = this.service('canvas').viewbox()
    const { left, top } = this.container.getBoundingClientRect()
    const at = { x: left + outer.width - 320, y: top + 60 }
    this.service('popupMenu').open(element, 'bpmn-replace', at, {
      title: t('draft.new.more'),
      width: 300,
      search: true,
    })
  }

  /** Whether nothing on the canvas can be changed. */
  set isReadOnly(isReadOnly: boolean) {
    this.isLocked = isReadOnly
  }

  /** What is only looked at is changed by no gesture, key or panel. */
  private guard(): void {
    const stack = this.service('commandStack')
    const execute = stack.execute.bind(stack)
    stack.execute = (command, context) => {
      if (!this.isLocked) execute(command, context)
    }
    const menu = this.service('popupMenu')
    const open = menu.open.bind(menu)
    menu.open = (element, id, position, options) => open(element, id, position, { title: menuTitle(id), ...options })
    const bus = this.service('eventBus')
    const refuse = () => (this.isLocked ? false : undefined)
    bus.on(['commandStack.canExecute', 'element.dblclick', 'directEditing.activate'], FIRST, refuse)
  }

  /** One of the services of bpmn-js. */
  service<Name extends keyof Services>(name: Name): Services[Name] {
    return this.modeler.get<Services[Name]>(name)
  }

  /** Draws this diagram; what could be undone before cannot be afterwards. */
  async open(xml: string): Promise<void> {
    await this.modeler.importXML(xml)
    this.order = new ElementOrder()
    this.order.remember(this.modeler.getDefinitions())
    const { canvas, registry } = { canvas: this.service('canvas'), registry: this.service('elementRegistry') }
    for (const { id, type } of registry.getAll()) {
      if (type === 'bpmn:Participant') canvas.addMarker(id, 'xf-pool')
      if (type === 'bpmn:Lane') canvas.addMarker(id, 'xf-lane')
    }
  }

  /** The diagram as it is kept. */
  async xml(): Promise<string> {
    this.order.restore(this.modeler.getDefinitions())
    const { xml = '' } = await this.modeler.saveXML({ format: true })
    return canonicalXml(xml)
  }

  /** Does all of these as one step that can be undone. */
  apply(edits: readonly Edit[]): void {
    this.service('commandStack').execute(EDITS, {
      run: () => {
        for (const edit of edits) applyEdit(this, edit)
      },
    })
  }

  /** Does something as one step that can be undone. */
  asOneStep(run: () => void): void {
    this.service('commandStack').execute(EDITS, { run })
  }

  /** An element by the id it has in the diagram; a process that has a pool is drawn as that. */
  drawn(elementId: string): Drawn | undefined {
    const registry = this.service('elementRegistry')
    return (
      registry.get(elementId) ??
      registry.find(({ businessObject }) => elementOf(businessObject, 'processRef')?.id === elementId)
    )
  }

  /** The element of the BPMN tree with this id, which may be the process of a pool. */
  business(elementId: string): ModdleElement | undefined {
    const found = this.drawn(elementId)?.businessObject
    return found && found.id !== elementId ? elementOf(found, 'processRef') : found
  }

  /** Any element of the file by its id, drawn or not. */
  known(elementId: string): ModdleElement | undefined {
    return this.business(elementId) ?? elementIn(this.modeler.getDefinitions() as ModdleElement, elementId)
  }

  /** An element, and what is drawn anew when it changes. @throws Error when the diagram has none of this id */
  place(elementId: string): { drawn: Drawn; business: ModdleElement } {
    const business = this.known(elementId)
    if (!business) throw new Error(`Expected an element '${elementId}' in the diagram, found none`)
    return { drawn: this.drawn(elementId) ?? this.service('canvas').getRootElement(), business }
  }

  /** The file as a whole. */
  file(): { drawn: Drawn; business: ModdleElement } {
    return {
      drawn: this.service('canvas').getRootElement(),
      business: this.modeler.getDefinitions() as ModdleElement,
    }
  }

  /** Has these flows written in this order. */
  arrange(flowIds: readonly string[]): void {
    this.service('commandStack').execute(ORDER, { ids: flowIds })
  }

  /** Chooses an element and brings it into sight. */
  pick(elementId: string | undefined): void {
    const element = elementId === undefined ? undefined : this.drawn(elementId)
    const selection = this.service('selection')
    const chosen = selection.get()
    // Several that are chosen together are no one's choice to be taken back.
    if (element ? chosen.includes(element) : chosen.length !== 1) return
    selection.select(element ?? null)
    if (element?.parent) this.service('canvas').scrollToElement(element)
  }

  /** Sets marks on elements, instead of those that were set under the same name. */
  mark(marker: string, elementIds: readonly string[]): void {
    const canvas = this.service('canvas')
    for (const [id, old] of this.marked) if (old === marker && this.drawn(id)) canvas.removeMarker(id, marker)
    this.marked = this.marked.filter(([, old]) => old !== marker)
    for (const elementId of elementIds) {
      const element = this.drawn(elementId)
      if (!element?.parent) continue
      for (const id of [element.id, `${element.id}_label`]) {
        if (!this.service('elementRegistry').get(id)) continue
        canvas.addMarker(id, marker)
        this.marked.push([id, marker])
      }
    }
  }

  /** Shows the whole diagram; where its names could not be read, the beginning of it. */
  fit(): void {
    const start = this.service('elementRegistry').find(
      ({ type, labelTarget }) => type === 'bpmn:StartEvent' && !labelTarget,
    )
    fitDiagram(this.service('canvas'), start)
  }

  /** Brings what was put down into sight, and tells what it came with. */
  welcome(files: readonly BundleFile[]): void {
    const [first] = this.service('selection').get()
    if (first) this.service('canvas').scrollToElement(first)
    this.tells.brought(files)
  }

  destroy(): void {
    this.modeler.destroy()
  }
}

/** The ids of elements and of all that lies in them. */
const idsIn = (elements: readonly Drawn[]): string[] =>
  elements.flatMap(({ id, children = [] }) => [id, ...idsIn(children)])

/** A menu without a title is read out in English. */
const menuTitle = (id: string): string =>
  translate({ 'color-picker': 'Set color', 'align-elements': 'Align elements' }[id] ?? 'Change element')
