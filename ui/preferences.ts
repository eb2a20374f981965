/** The languages of the screen; Chinese is the source. */
export type Language = 'zh-CN' | 'en'
/** The three sets of colours, or whatever the system says. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast'

/** Fired on `window` when the language has changed; every component draws itself again. */
export const LANGUAGE_CHANGED = 'xf-language'

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null // storage may be forbidden; the choice then lasts as long as the page
  }
}
const store = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value)
  } catch {
    // see above
  }
}

let currentLanguage: Language = stored('xf-language') === 'en' ? 'en' : 'zh-CN'
let currentTheme: Theme = asTheme(stored('xf-theme'))

function asTheme(value: string | null): Theme {
  return value === 'light' || value === 'dark' || value === 'contrast' ? value : 'system'
}

/** The language the screen speaks. */
export const language = (): Language => currentLanguage
/** The theme that was chosen. */
export const theme = (): Theme => currentTheme

/** Puts what was chosen earlier on the document; called once before anything is drawn. */
export function applyPreferences(): void {
  document.documentElement.lang = currentLanguage
  if (currentTheme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = currentTheme
}

/** Speaks this language from now on. */
export function setLanguage(next: Language): void {
  currentLanguage = next
  store('xf-language', next)
  applyPreferences()
  window.dispatchEvent(new Event(LANGUAGE_CHANGED))
}

/** Wears this theme from now on. */
export function setTheme(next: Theme): void {
  currentTheme = next
  store('xf-theme', next)
  applyPreferences()
}

/** Wears the light theme while something is printed: paper is white whatever the screen wears. */
export function printOnWhite(): void {
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light'
  })
  addEventListener('afterprint', applyPreferences)
}

/** How large somebody has drawn a part of a page, in pixels; undefined where nobody has. */
export const keptSize = (part: string): number | undefined => Number(stored(`xf-size-${part}`)) || undefined
/** Remembers it. */
export const keepSize = (part: string, size: number): void => store(`xf-size-${part}`, String(size))

/** Whether the rail is open to its words. */
export const railIsWide = (): boolean => stored('xf-rail') === 'wide'
/** Remembers whether the rail is open. */
export const setRailWide = (wide: boolean): void => store('xf-rail', wide ? 'wide' : 'narrow')
