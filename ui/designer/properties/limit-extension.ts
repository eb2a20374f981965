import { html, nothing, type TemplateResult } from 'lit'
import type { LimitParameter, LimitRules } from '../../api-types.ts'
import { t } from '../../words/index.ts'
import { choice, row } from './fields.ts'
import type { ProposedLimit } from './limits.ts'
import type { Subject } from './subject.ts'

type Extension = NonNullable<LimitRules['extension']>

/** How a limit may be made longer as the office has it, in the words in which another is proposed. */
export function extensionInForce({ extension }: LimitParameter): Extension | null {
  if (!extension) return null
  const { by, times, roles, basis } = extension
  return { by, times, approvers: roles, basis: basis.map(({ ref }) => ref) }
}

/** 延长: whether a limit may be made longer, by which other limit, how often, and who decides. */
export function extensionRows(
  subject: Subject,
  inForce: LimitParameter,
  proposed: ProposedLimit | undefined,
  set: (extension: Extension | null) => void,
): TemplateResult {
  const now = proposed?.extension === undefined ? extensionInForce(inForce) : proposed.extension
  const { limits, roles } = subject.choices
  const others = limits.filter(({ key }) => key !== inForce.key).map(({ key, name }) => ({ value: key, word: name }))
  const [first] = roles
  const begin = (by: string): Extension => ({ by, times: 1, approvers: first ? [first.id] : [], basis: [] })
  const change = (by: string) => set(by === '' ? null : { ...(now ?? begin(by)), by })
  const options = [{ value: '', word: t('draft.limit.never') }, ...others]
  return html`${row(t('draft.limit.extend'), choice(t('draft.limit.extend'), now?.by ?? '', options, change, subject.isReadOnly))}
    ${now ? times(subject, now, set) : nothing}`
}

function times(subject: Subject, now: Extension, set: (extension: Extension) => void): TemplateResult {
  const write = (event: Event) => {
    const value = Number((event.currentTarget as HTMLInputElement).value)
    if (Number.isInteger(value) && value > 0) set({ ...now, times: value })
  }
  const roles = subject.choices.roles.map(({ id, name }) => ({ value: id, word: name }))
  const [approver = '', ...more] = now.approvers
  return html`${row(
    t('draft.limit.times'),
    html`<input class="in num" type="number" min="1" max="9" aria-label=${t('draft.limit.times')} .value=${String(now.times)}
      ?disabled=${subject.isReadOnly} @change=${write} />`,
  )}
    ${row(
      t('draft.limit.approver'),
      choice(
        t('draft.limit.approver'),
        approver,
        roles,
        role => set({ ...now, approvers: [role, ...more] }),
        subject.isReadOnly,
      ),
    )}`
}
