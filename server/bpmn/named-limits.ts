/** One limit that a task's headers name. */
export interface NamedLimit {
  key: string
  /** FEEL: when it begins to run; absent: with the task. */
  start?: string
  /** It runs after the end of the limit named before it. */
  isNext: boolean
  escalateTo?: string
}

/** The headers of a user task, or the properties of a process, that speak of limits. */
export type LimitHeaders = { readonly [header in 'limit' | 'limitStart' | 'escalateTo']?: string | undefined }

/**
 * The limits that headers name. `limit` may list several keys with `;`, and then `limitStart` and `escalateTo` go with
 * them by their place; `+key` runs after the end of the one before it. One role to escalate to serves them all.
 */
export function namedLimits({ limit, limitStart, escalateTo }: LimitHeaders): NamedLimit[] {
  const keys = partsOf(limit).filter(key => key !== '')
  const starts = keys.length > 1 ? partsOf(limitStart) : [limitStart?.trim() ?? '']
  const roles = partsOf(escalateTo)
  return keys.map((text, index) => {
    const isNext = text.startsWith('+') && index > 0
    const start = starts[index]
    const role = roles.length > 1 ? roles[index] : roles[0]
    return {
      key: text.replace(/^\+/, '').trim(),
      isNext,
      ...(start && !isNext && { start }),
      ...(role && { escalateTo: role }),
    }
  })
}

const partsOf = (text = ''): string[] => text.split(/[;；]/).map(part => part.trim())
