/** A text in both languages. */
export interface Said {
  zh: string
  en: string
}

export const said = (zh: string, en: string): Said => ({ zh, en })

/** The same text in both: names that people gave. */
export const same = (text: string): Said => ({ zh: text, en: text })

/** Texts one behind the other. */
export const together = (...parts: readonly Said[]): Said => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts.map(({ en }) => en).join(''),
})

/** Texts as a list. */
export const listed = (parts: readonly Said[], zh = '、', en = ', '): Said => ({
  zh: parts.map(part => part.zh).join(zh),
  en: parts.map(part => part.en).join(en),
})

/** A name as people quote it. */
export const named = (name: string): Said => said(`“${name}”`, `“${name}”`)
