import { html, nothing, type TemplateResult } from 'lit'
import type { LimitParameter } from '../../api-types.ts'
import { citationLink } from '../../components/citation.ts'
import { amountWords } from '../../components/limit-words.ts'
import { t } from '../../words/index.ts'
import { choice, line, row } from './fields.ts'
import { extensionInForce, extensionRows } from './limit-extension.ts'
import {
  explain,
  type Length,
  PARAMETERS_FILE,
  type ProposedLimit,
  propose,
  readAmount,
  readLimitKeys,
  readProposed,
  UNITS,
  withProposed,
  writeAmount,
} from './limits.ts'
import { dateFields } from './start-words.ts'
import { type Subject, setWord } from './subject.ts'

const CONSEQUENCES = ['warn', 'escalate', 'release', 'forfeit'] as const

/** 法定期限: which limit of the office runs, how long it is, from when, and what follows when it is over. */
export function limitGroup(subject: Subject): TemplateResult {
  const header = subject.words.limit ?? ''
  const keys = readLimitKeys(header)
  return html`<div class="rows">
    ${row(t('draft.limit.key'), keys.length > 1 ? line(t('draft.limit.key'), header, value => setWord(subject, 'limit', value), subject.isReadOnly, true) : pickKey(subject, header))}
    ${keys.map(key => oneLimit(subject, key))}
    ${keys.length === 0 ? nothing : startAndEscalation(subject)}
  </div>
  ${keys.map(key => about(subject, key))}`
}

/** For the head of the group. */
export function limitAbout({ words, choices, files }: Subject): string {
  const [key, ...others] = readLimitKeys(words.limit ?? '')
  const limit = choices.limits.find(each => each.key === key)
  if (!key) return t('draft.limit.none')
  if (!limit) return key
  const amount = amountWords(withProposed(limit, proposedIn(files)).amount)
  return others.length > 0 ? t('draft.limit.several', { amount, n: others.length + 1 }) : amount
}

function pickKey(subject: Subject, header: string): TemplateResult {
  const options = [
    { value: '', word: t('draft.limit.none') },
    ...subject.choices.limits.map(({ key, name }) => ({ value: key, word: `${name} ${key}` })),
  ]
  return choice(t('draft.limit.key'), header, options, value => setWord(subject, 'limit', value), subject.isReadOnly)
}

const proposedIn = (files: Subject['files']) =>
  readProposed(files.find(({ name }) => name === PARAMETERS_FILE)?.content)

function oneLimit(subject: Subject, key: string): TemplateResult | typeof nothing {
  const inForce = subject.choices.limits.find(each => each.key === key)
  if (!inForce) return nothing
  const limit = withProposed(inForce, proposedIn(subject.files))
  const proposed = proposedIn(subject.files).find(each => each.key === key)
  const set = (change: Partial<Pick<ProposedLimit, 'amount' | 'mode' | 'consequence' | 'extension'>>) => {
    const file = subject.files.find(({ name }) => name === PARAMETERS_FILE)
    const { amount, mode, consequence } = { ...limit, ...change }
    const asked = 'extension' in change ? change.extension : proposed?.extension
    const isAsBefore = JSON.stringify(asked) === JSON.stringify(extensionInForce(inForce))
    const extension = isAsBefore ? undefined : asked
    const content = propose(
      file?.content,
      { key, amount, mode, consequence, ...(extension !== undefined && { extension }) },
      inForce,
    )
    if (content !== null || file) subject.writeFile(PARAMETERS_FILE, content)
  }
  const modes = [
    { value: 'STRICT', word: t('limit.strict') },
    { value: 'ROLL_FORWARD', word: t('limit.roll') },
  ]
  return html`${row(
    t('draft.limit.length'),
    length(subject, limit, amount => set({ amount })),
  )}
    ${row(
      t('draft.limit.mode'),
      choice(
        t('draft.limit.mode'),
        limit.mode,
        modes,
        mode => set({ mode: mode === 'STRICT' ? 'STRICT' : 'ROLL_FORWARD' }),
        subject.isReadOnly,
      ),
    )}
    ${row(
      t('draft.limit.after'),
      choice(
        t('draft.limit.after'),
        limit.consequence,
        CONSEQUENCES.map(value => ({ value, word: t(`limit.after.${value}`) })),
        value => set({ consequence: CONSEQUENCES.find(each => each === value) ?? 'warn' }),
        subject.isReadOnly,
      ),
    )}
    ${extensionRows(subject, inForce, proposed, extension => set({ extension }))}
    ${whyProposed(subject, key)}`
}

/** What is proposed says why, and from when where that is not the day of publication. */
function whyProposed(subject: Subject, key: string): TemplateResult | typeof nothing {
  const content = subject.files.find(({ name }) => name === PARAMETERS_FILE)?.content
  const proposed = readProposed(content).find(each => each.key === key)
  if (!proposed) return nothing
  const { reason = '', effectiveFrom = '' } = proposed
  const write = (change: Partial<typeof proposed>) =>
    subject.writeFile(PARAMETERS_FILE, explain(content, key, { reason, effectiveFrom, ...change }))
  return html`${row(
    t('draft.limit.reason'),
    html`<input class="in" required maxlength="500" aria-label=${t('draft.limit.reason')} .value=${reason} ?disabled=${subject.isReadOnly}
      aria-invalid=${reason === ''} @change=${(event: Event) => write({ reason: (event.currentTarget as HTMLInputElement).value.trim() })} />`,
  )}
    ${row(
      t('draft.limit.from'),
      html`<input class="in" type="date" aria-label=${t('draft.limit.from')} title=${t('draft.limit.fromHelp')} .value=${effectiveFrom} ?disabled=${subject.isReadOnly}
        @change=${(event: Event) => write({ effectiveFrom: (event.currentTarget as HTMLInputElement).value })} />`,
    )}`
}

function length(subject: Subject, { amount }: LimitParameter, set: (amount: string) => void): TemplateResult {
  const known = readAmount(amount)
  if (!known) return html`<span>${amountWords(amount)}</span>`
  const change = (to: Partial<Length>) => {
    const next = { ...known, ...to }
    if (Number.isInteger(next.number) && next.number > 0) set(writeAmount(next))
  }
  return html`<span class="affix">
    <input class="in num" type="number" min="1" max="999" data-limit-number aria-label=${t('draft.limit.number')} .value=${String(known.number)} ?disabled=${subject.isReadOnly}
      @change=${(event: Event) => change({ number: Number((event.currentTarget as HTMLInputElement).value) })} />
    ${choice(
      t('draft.limit.unit'),
      known.unit,
      UNITS.map(unit => ({ value: unit, word: t(`draft.limit.unit.${unit}`) })),
      value => change({ unit: UNITS.find(each => each === value) ?? known.unit }),
      subject.isReadOnly,
    )}
  </span>`
}

function startAndEscalation(subject: Subject): TemplateResult {
  const { words, choices, isReadOnly } = subject
  const roles = [
    { value: '', word: t('draft.limit.nobody') },
    { value: 'diagram', word: t('draft.limit.diagram') },
    ...choices.roles.map(({ id, name }) => ({ value: id, word: name })),
  ]
  return html`${row(t('draft.limit.start'), limitStart(subject))}
    ${row(
      t('draft.limit.escalate'),
      choice(
        t('draft.limit.escalate'),
        words.escalateTo ?? '',
        roles,
        value => setWord(subject, 'escalateTo', value),
        isReadOnly,
      ),
    )}`
}

/** The event the limit has by itself, or a date that is filled in; what is computed otherwise stays an expression. */
function limitStart(subject: Subject): TemplateResult {
  const { words, choices, files, isReadOnly } = subject
  const { limitStart = '' } = words
  const write = (value: string) => setWord(subject, 'limitStart', value)
  const dates = dateFields(files).map(({ key, label }) => ({
    value: `=${key}`,
    word: t('draft.limit.fromField', { label }),
  }))
  if (limitStart !== '' && !dates.some(({ value }) => value === limitStart))
    return line(t('draft.limit.start'), limitStart, write, isReadOnly, true)
  const standing = choices.limits.find(({ key }) => key === readLimitKeys(words.limit ?? '')[0])?.start ?? ''
  const options = [{ value: '', word: t('draft.limit.standing', { start: standing }) }, ...dates]
  return choice(t('draft.limit.start'), limitStart, options, write, isReadOnly)
}

function about({ choices, files }: Subject, key: string): TemplateResult {
  const limit = choices.limits.find(each => each.key === key)
  if (!limit) return html`<p class="said">${t('draft.limit.unknown', { key })}</p>`
  const proposed = proposedIn(files).find(each => each.key === key)
  return html`<p class="said">${limit.name} ${limit.basis.map(citationLink)}
    ${proposed ? html`<br />${t('draft.limit.proposed', { before: amountWords(limit.amount), after: amountWords(proposed.amount) })}` : nothing}</p>`
}
