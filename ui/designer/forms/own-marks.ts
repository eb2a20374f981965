import { h } from 'preact'

interface Field {
  type: string
  subtype?: string
  properties?: Record<string, string>
}
interface Entry {
  id: string
  component: (props: never) => unknown
}
interface Group {
  id: string
  label: string
  entries?: Entry[]
  shouldOpen?: boolean
  component?: unknown
}
type EditField = (field: Field, path: string[], value: unknown) => void
interface Panel {
  registerProvider(provider: object, priority: number): void
}

/** What an office says of a field beyond what the editor knows: kept in the field's properties. */
const MARKS = [
  {
    key: 'personal',
    value: 'true',
    zh: ['个人信息', '内容不进操作日志，日志里只留可核对的指纹'],
    en: ['Personal data', 'Stays out of the journal, which holds a commitment'],
    fits: (field: Field) => field.type !== 'text',
  },
  {
    key: 'unit',
    value: 'fen',
    zh: ['金额', '以元填写，以分保存；最小值、最大值以分计'],
    en: ['Money', 'Typed in yuan, stored in fen, as are its bounds'],
    fits: (field: Field) => field.type === 'number',
  },
  {
    key: 'factTime',
    value: 'true',
    zh: ['事实发生时间', '不得晚于现在；期限可以由它起算'],
    en: ['When a fact happened', 'Never in the future; limits may start with it'],
    fits: (field: Field) => field.type === 'datetime' && field.subtype !== 'time',
  },
] as const

/** Groups of the editor that nothing here can do. */
const NOT_OURS: ReadonlySet<string> = new Set(['security-attributes', 'table-header'])
const NOT_OUR_ENTRIES: ReadonlySet<string> = new Set(['versionTag', 'disableCollapse', 'nonCollapsedItems'])

/** Adds the office's marks to the properties of a field, and takes away what this office cannot do. */
export function ownMarksModule(isChinese: boolean) {
  class OwnMarks {
    static $inject = ['propertiesPanel']
    constructor(panel: Panel) {
      panel.registerProvider(this, 400)
    }

    getGroups(field: Field | undefined, editField: EditField) {
      return (groups: Group[]): Group[] => {
        const ours = groups.filter(({ id }) => !NOT_OURS.has(id)).map(ownGroup)
        const marks = field ? MARKS.filter(({ fits }) => fits(field)) : []
        if (!field || field.type === 'default' || marks.length === 0) return ours
        const group = markGroup(field, editField, marks, isChinese)
        return [...ours.slice(0, 1), group, ...ours.slice(1)]
      }
    }
  }
  return { __init__: ['ownMarks'], ownMarks: ['type', OwnMarks] }
}

/** Without what nothing here can do; what everybody asks for first stands open. */
const ownGroup = (group: Group): Group => ({
  ...group,
  ...(group.entries && { entries: group.entries.filter(({ id }) => !NOT_OUR_ENTRIES.has(id)) }),
  ...(group.id === 'general' && { shouldOpen: true }),
})

function markGroup(
  field: Field,
  editField: EditField,
  marks: readonly (typeof MARKS)[number][],
  isChinese: boolean,
): Group {
  return {
    id: 'own-marks',
    label: isChinese ? '办案要求' : 'What the office asks',
    component: () =>
      h(
        'div',
        { class: 'own-marks' },
        marks.map(mark => markBox(field, editField, mark, isChinese)),
      ),
    entries: [{ id: 'own-marks', component: () => null }],
  }
}

function markBox(field: Field, editField: EditField, mark: (typeof MARKS)[number], isChinese: boolean) {
  const [label, help] = isChinese ? mark.zh : mark.en
  const { [mark.key]: current, ...others } = field.properties ?? {}
  const change = () => {
    const next = current === undefined ? { ...field.properties, [mark.key]: mark.value } : others
    editField(field, ['properties'], Object.keys(next).length > 0 ? next : undefined)
  }
  return h(
    'label',
    { key: mark.key },
    h('input', { type: 'checkbox', checked: current !== undefined, onChange: change, 'data-mark': mark.key }),
    h('span', null, label, h('small', null, help)),
  )
}
