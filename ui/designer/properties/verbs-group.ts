import { html, type TemplateResult } from 'lit'
import { verbCells } from '../../../server/lint/law/verb-cells.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'
import { returnsPart } from './returns.ts'
import { type Subject, setWord } from './subject.ts'

/** 办理方式: what people may do with the task beside completing it. What the law forbids on its kind is greyed with the reason; what it allows may be closed. */
export function verbsGroup(subject: Subject): TemplateResult {
  const closed = closedBy(subject)
  return html`<ul class="verbs">${verbCells(subject.words.kind).map(({ id, verb, cell }) => {
    const isBarred = cell.verdict === 'forbidden'
    const name = verb[spoken()]
    const why = cell[spoken()]
    const toggle = () => close(subject, closed.includes(id) ? closed.filter(each => each !== id) : [...closed, id])
    return html`<li data-verb=${id} data-verdict=${cell.verdict}>
      <label><input type="checkbox" .checked=${!isBarred && !closed.includes(id)}
        ?disabled=${isBarred || subject.isReadOnly || verb.by === 'diagram'} @change=${toggle} />${name}</label>
      <span class="tag ${isBarred ? 'stop' : ''}">${t(`draft.verb.${cell.verdict}`)}</span>
      <small>${why}${cell.basis.length > 0 ? html` <span class="nb">${cell.basis.join('、')}</span>` : ''}</small>
    </li>`
  })}</ul>
  <p class="said">${t('draft.verb.help')}</p>
  ${returnsPart(subject)}`
}

/** For the head of the group. */
export function verbsAbout(subject: Subject): string {
  const barred = verbCells(subject.words.kind).filter(({ cell }) => cell.verdict === 'forbidden').length
  const closed = closedBy(subject).length
  return closed > 0 ? t('draft.verb.closed', { barred, closed }) : t('draft.verb.barred', { barred })
}

const closedBy = ({ words }: Subject): string[] =>
  (words.closes ?? '').split(/[;；,，|]/).filter(each => each.trim() !== '')

const close = (subject: Subject, verbs: readonly string[]): void => setWord(subject, 'closes', verbs.join(';'))

const spoken = () => (language() === 'en' ? 'en' : 'zh')
