import { limitParameters } from '../../../server/deadlines/parameters/index.ts'
import { amountWords, type Names, type Outline } from '../../../server/prose/index.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'
import { elementTemplates } from '../canvas/element-templates.ts'
import type { Given } from './part-acts.ts'

const PLAIN = ['userTask', 'serviceTask', 'exclusiveGateway', 'parallelGateway', 'endEvent'] as const

/** What the acts of the tree choose from: templates of the trade and plain steps, the limits of the office. */
export function givenFor(outline: Outline, names: Names): Given {
  const templates = elementTemplates.map(({ id, name }) => ({ value: `${typeOf(id)} ${id}`, label: name }))
  const plain = PLAIN.map(name => ({
    value: `bpmn:${name[0]?.toUpperCase()}${name.slice(1)}`,
    label: t(`prose.plain.${name}`),
  }))
  const speech = language() === 'en' ? 'en' : 'zh'
  const limits = limitParameters.map(({ key }) => {
    const limit = names.limit?.(key)
    return { value: key, label: limit ? `${limit.name[speech]} · ${amountWords(limit.amount)[speech]}` : key }
  })
  const roles = (names.roleIds ?? []).map(id => ({
    value: `=["${id}@" + orgCode]`,
    label: names.role?.(id)?.[speech] ?? id,
  }))
  return {
    outline,
    roles,
    steps: [...templates, ...plain],
    limits: [{ value: '', label: t('prose.noLimit') }, ...limits],
  }
}

/** The type a template makes. */
function typeOf(id: string): string {
  const template = elementTemplates.find(each => each.id === id) as { elementType?: { value?: string } } | undefined
  return template?.elementType?.value ?? 'bpmn:UserTask'
}
