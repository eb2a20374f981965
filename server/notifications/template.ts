/** A wording with places for what is said: `{task}`. */
export interface Template {
  subject: string
  body: string
}

const PLACE = /\{([^{}\s]*)\}/g

/** The places of a wording that it may not have: unknown names, and braces that belong to nothing. */
export function wrongPlaces(text: string, known: readonly string[]): string[] {
  const names = [...text.matchAll(PLACE)].map(([, name = '']) => name)
  const isTorn = /[{}]/.test(text.replace(PLACE, ''))
  return [...new Set(names.filter(name => !known.includes(name))), ...(isTorn ? ['{'] : [])]
}

/** The wording with its places filled; a place of which nothing is known becomes a dash. */
export function fill({ subject, body }: Template, values: Readonly<Record<string, string>>): Template {
  const into = (text: string) => text.replace(PLACE, (_, name: string) => values[name] ?? '—')
  // A subject is one line of a mail's head.
  return { subject: into(subject).replace(/\s+/g, ' ').trim(), body: into(body) }
}
