import { html, type TemplateResult } from 'lit'
import { language, setLanguage } from '../preferences.ts'
import { t } from '../words/index.ts'

/** The button that switches the language; named by the other language in its own letters. */
export function languageButton(classes = 'btn quiet'): TemplateResult {
  const isEnglish = language() === 'en'
  return html`<button class=${classes} type="button" data-close @click=${() => setLanguage(isEnglish ? 'zh-CN' : 'en')}>
    ${isEnglish ? '中文' : 'EN'}<span class="sr"> ${t(isEnglish ? 'shell.toChinese' : 'shell.toEnglish')}</span>
  </button>`
}
