/** Languages of what people read; Chinese is the first and complete one. */
export type Language = 'zh' | 'en'

export type Words = Readonly<Record<string, { zh: string; en: string }>>

export type Params = Record<string, unknown>

/** The language a request asks for; only who prefers English gets it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const preferred = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? ''
  return preferred.startsWith('en') ? 'en' : 'zh'
}

/** Fills `{name}` with the parameter; a list is joined as the language joins. A missing one stays visible. */
export function fill(template: string, params: Params, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name]
    if (value === undefined) return hole
    return Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : String(value)
  })
}
