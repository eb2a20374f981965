import type { FormEditor } from '@bpmn-io/form-js-editor'

/** The kinds of components that can be shown and checked here (`server/forms`); the editor offers no other. */
const SUPPORTED_TYPES = [
  'textfield',
  'textarea',
  'number',
  'datetime',
  'filepicker',
  'checkbox',
  'checklist',
  'radio',
  'select',
  'text',
  'group',
  'dynamiclist',
] as const

interface Component {
  type?: unknown
  components?: unknown
}

interface FieldConfig {
  type: string
  name?: string
  label?: string
  group?: string
  create?(options?: Record<string, unknown>, isNew?: boolean): Record<string, unknown>
}

interface FormFields {
  _formFields: Record<string, { config: FieldConfig }>
  register(type: string, field: unknown): void
}

/** The names of components, also the first label of a new one. */
const NAMES: Readonly<Record<string, string>> = {
  textfield: '单行文字',
  textarea: '多行文字',
  number: '数字',
  datetime: '日期时间',
  filepicker: '附件',
  checkbox: '勾选',
  checklist: '多选',
  radio: '单选',
  select: '下拉选择',
  text: '说明文字',
  group: '分组',
  dynamiclist: '可增行列表',
}

/** Whether this is the JSON of a form at all. */
export const isForm = (json: unknown): json is { components: unknown[] } =>
  typeof json === 'object' && json !== null && Array.isArray((json as Component).components)

/**
 * Leaves in the editor the components that this office can show. One of another kind that the form has already stays, so that
 * it can be seen and removed; a shared part is shown as what it is.
 */
export function offerSupportedFields(editor: FormEditor, form: unknown, isChinese: boolean): void {
  const fields = editor.get<FormFields>('formFields')
  const used = typesIn(form)
  if (used.has('shared')) fields.register('shared', sharedPart(isChinese))
  const known = new Set<string>(['default', 'shared', ...SUPPORTED_TYPES])
  for (const [type, field] of Object.entries(fields._formFields)) {
    if (!known.has(type) && !used.has(type)) delete fields._formFields[type]
    else if (isChinese) speakChinese(type, field)
  }
}

function typesIn(form: unknown): Set<string> {
  if (!isForm(form)) return new Set()
  const components = form.components.filter(each => typeof each === 'object' && each !== null) as Component[]
  return new Set(components.flatMap(each => [String(each.type), ...typesIn(each)]))
}

/** A part that is put in its place when the procedure is published: here it is only named. */
function sharedPart(isChinese: boolean) {
  const part = ({ field }: { field: { part?: string } }) =>
    `${isChinese ? '公用段落' : 'Shared part'} ${field.part ?? ''}`
  part.config = {
    type: 'shared',
    keyed: false,
    name: isChinese ? '公用段落' : 'Shared part',
    group: 'presentation',
    create: (options = {}) => ({ part: 'approve', ...options }),
  }
  return part
}

/** A component that is added is called in Chinese from the start: its label is data, which nobody translates later. */
function speakChinese(type: string, { config }: { config: FieldConfig }): void {
  const name = NAMES[type]
  const create = config.create
  if (name === undefined || !create || Object.hasOwn(config, 'isChinese')) return
  Object.assign(config, { isChinese: true, name })
  config.create = (options = {}, isNew = false) => {
    const made = create(options, isNew)
    if (!isNew) return made
    if (made.label !== undefined && options.label === undefined) made.label = name
    if (made.dateLabel !== undefined && options.dateLabel === undefined) made.dateLabel = '日期'
    if (type === 'text' && options.text === undefined) made.text = '在这里写说明'
    if (type === 'filepicker') made.label ??= name
    if (Array.isArray(made.values) && options.values === undefined) made.values = [{ label: '选项一', value: 'value' }]
    return made
  }
}
