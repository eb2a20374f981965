/** Entries of a menu of the canvas, by their names, in the order in which they stand. */
type Entries = Readonly<Record<string, object>>

interface PopupMenu {
  registerProvider(menu: string, priority: number, provider: object): void
}

const MENUS = ['bpmn-create', 'bpmn-append', 'bpmn-replace']
/** Whoever is asked after everybody else orders what they have put in. */
const LAST = 100

/** The same entries, those of the templates of the trade before those of plain BPMN. */
export function templatesFirst(entries: Entries): Entries {
  const all = Object.entries(entries)
  const isTemplate = ([name]: [string, object]) => /^(create|append|replace)\.template-/.test(name)
  return Object.fromEntries([...all.filter(isTemplate), ...all.filter(entry => !isTemplate(entry))])
}

class TemplatesFirst {
  static readonly $inject = ['popupMenu']

  constructor(popupMenu: PopupMenu) {
    const provider = { getPopupMenuEntries: () => templatesFirst }
    for (const menu of MENUS) popupMenu.registerProvider(menu, LAST, provider)
  }
}

/** The menus of what can be drawn begin with the tasks of the trade. */
export const templatesFirstModule = { __init__: ['templatesFirst'], templatesFirst: ['type', TemplatesFirst] }
