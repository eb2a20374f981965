import { html, nothing, type TemplateResult } from 'lit'
import { describeError, type FieldError, type Form, type Language } from '../../../server/forms/index.ts'
import { icon } from '../icon.ts'
import { labelAt } from './label-at.ts'
import { say } from './words.ts'

/** What is still wrong, at the top of the form: each place once, as a link that leads there. */
export function errorSummary(
  form: Form,
  errors: readonly FieldError[],
  language: Language,
  goTo: (path: string) => void,
): TemplateResult {
  const places = [...new Map(errors.map(error => [labelAt(form, error.path, language), error])).entries()]
  const n = places.length
  return html`<div class="summary" role="status" aria-label=${say(language, 'summary.label')}>
    ${
      n === 0
        ? nothing
        : html`<div class="note">
            ${icon('info')}
            <div>
              <b>${say(language, n === 1 ? 'summary.one' : 'summary.many', { n })}</b> ·
              ${places.map(([label, error], index) => {
                const comma = index === 0 ? nothing : language === 'zh' ? '、' : ', '
                return html`${comma}<a
                    href="#"
                    title=${describeError(error, language)}
                    @click=${(event: Event) => {
                      event.preventDefault()
                      goTo(error.path)
                    }}
                    >${label}</a
                  >`
              })}
            </div>
          </div>`
    }
  </div>`
}
