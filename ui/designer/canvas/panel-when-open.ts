import { BpmnPropertiesPanelModule } from 'bpmn-js-properties-panel'
import type { Drawn } from './drawn.ts'

const Renderer = BpmnPropertiesPanelModule.propertiesPanel[1]

/**
 * The properties panel of bpmn.io, drawn only while it is open: it costs nothing while one works in our own words, and
 * its editors find the root whose sheets they need.
 */
class PanelWhenOpen extends Renderer {
  static override $inject = Renderer.$inject

  override _render(element?: Drawn): void {
    if (this._container.isConnected) super._render(element)
  }

  override attachTo(container: HTMLElement): void {
    super.attachTo(container)
    super._render(this._injector.get('selection').get()[0])
  }

  override detach(): void {
    super.detach()
    this._destroy()
  }
}

/** Takes the place of the panel that is always drawn. */
export const panelWhenOpen = { propertiesPanel: ['type', PanelWhenOpen] }
