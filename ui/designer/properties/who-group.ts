import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'
import {
  type Assignment,
  type RoleAt,
  readAssignment,
  type Scope,
  STREET_OFFICES,
  writeAssignment,
} from './assignment.ts'
import { choice, line, row } from './fields.ts'
import { candidatesOf, type Subject, setWord } from './subject.ts'
import { KINDS } from './task-kinds.ts'

/** 谁来办: the roles, where they are held, what sort of work it is, and with whom it may not be the same person. */
export function whoGroup(subject: Subject): TemplateResult {
  const assignment = readAssignment(candidatesOf(subject.element))
  const kind = subject.words.kind ?? ''
  return html`<div class="rows">
    ${assignment.kind === 'roles' ? roles(subject, assignment.roles) : computed(subject, assignment.text)}
    ${row(
      t('draft.who.kind'),
      choice(
        t('draft.who.kind'),
        kind,
        ['', ...Object.keys(KINDS)].map(value => ({
          value,
          word: value ? t(KINDS[value] ?? 'draft.who.kindNone') : t('draft.who.kindNone'),
        })),
        value => setWord(subject, 'kind', value),
        subject.isReadOnly,
      ),
    )}
    ${row(t('draft.who.second'), second(subject))}
  </div>
  ${apart(kind)}`
}

/** How many roles there are, for the head of the group. */
export function whoAbout(subject: Subject): string {
  const assignment: Assignment = readAssignment(candidatesOf(subject.element))
  return assignment.kind === 'roles' ? t('draft.who.count', { n: assignment.roles.length }) : t('draft.who.computed')
}

function roles(subject: Subject, all: readonly RoleAt[]): TemplateResult {
  const shown: readonly RoleAt[] = all.length > 0 ? all : [{ role: '', scope: { kind: 'street', suffix: '' } }]
  const write = (next: readonly RoleAt[]) =>
    subject.edit([
      {
        kind: 'set-assignment',
        elementId: subject.elementId,
        candidateGroups: writeAssignment(next.filter(({ role }) => role !== '')),
      },
    ])
  const change = (index: number, to: Partial<RoleAt>) =>
    write(shown.map((each, at) => (at === index ? { ...each, ...to } : each)))
  return html`${shown.map((each, index) =>
    oneRole(
      subject,
      each,
      to => change(index, to),
      () => write(shown.toSpliced(index, 1)),
    ),
  )}
    ${
      subject.isReadOnly || all.length === 0
        ? nothing
        : html`<button class="btn quiet wide" type="button" @click=${() => write([...shown, { role: subject.choices.roles[0]?.id ?? '', scope: { kind: 'street', suffix: '' } }])}>${icon('plus')}${t('draft.who.another')}</button>`
    }`
}

function oneRole(
  subject: Subject,
  { role, scope }: RoleAt,
  change: (to: Partial<RoleAt>) => void,
  remove: () => void,
): TemplateResult {
  const { isReadOnly, choices } = subject
  const options = [
    { value: '', word: t('draft.who.nobody') },
    ...choices.roles.map(({ id, name }) => ({ value: id, word: name })),
  ]
  return html`${row(
    t('draft.who.role'),
    choice(t('draft.who.role'), role, options, value => (value ? change({ role: value }) : remove()), isReadOnly),
  )}
    ${row(
      t('draft.who.scope'),
      choice(
        t('draft.who.scope'),
        scopeValue(scope),
        scopes(subject),
        value => change({ scope: scopeOf(value) }),
        isReadOnly,
      ),
    )}`
}

const scopeValue = (scope: Scope): string => (scope.kind === 'street' ? `street${scope.suffix}` : scope.orgId)

const scopeOf = (value: string): Scope =>
  value.startsWith('street')
    ? { kind: 'street', suffix: STREET_OFFICES.find(each => `street${each}` === value) ?? '' }
    : { kind: 'organisation', orgId: value }

/** Kinds of organisations that are named by themselves; those of a street are named by the case. */
const ELSEWHERE: readonly string[] = ['government', 'leading-group', 'empowering-department', 'department', 'superior']

const scopes = ({ choices }: Subject) => [
  ...STREET_OFFICES.map(suffix => ({ value: `street${suffix}`, word: t(`draft.who.street${suffix}`) })),
  ...choices.organisations
    .filter(({ kind }) => kind !== null && ELSEWHERE.includes(kind))
    .map(({ orgId, name }) => ({ value: orgId, word: name })),
]

const computed = (subject: Subject, text: string) =>
  row(
    t('draft.who.expression'),
    line(
      t('draft.who.expression'),
      text,
      value => subject.edit([{ kind: 'set-assignment', elementId: subject.elementId, candidateGroups: value }]),
      subject.isReadOnly,
      true,
    ),
  )

function second(subject: Subject): TemplateResult {
  const value = subject.words.cosign ?? ''
  const options = [
    { value: '', word: t('draft.who.alone') },
    { value: 'true', word: t('draft.who.cosign') },
  ]
  return choice(t('draft.who.second'), value, options, next => setWord(subject, 'cosign', next), subject.isReadOnly)
}

const APART = [
  'case-handling',
  'legal-review-first',
  'legal-review-second',
  'legal-review-re',
  'legal-review-reconcile',
]

const apart = (kind: string): TemplateResult | typeof nothing =>
  APART.includes(kind) ? html`<p class="said">${t('draft.who.apart')}</p>` : nothing
