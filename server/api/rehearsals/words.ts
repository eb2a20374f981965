/** What the doors of rehearsals say when they do not let something through. */
export const rehearsalProblems = {
  'rehearsal.too-many': {
    status: 429,
    zh: '同时进行的预演已有 {most} 个，请稍后再试',
    en: '{most} rehearsals are open already; try again later',
  },
  'rehearsal.not-playable': { status: 422, zh: '{reason}', en: '{reason}' },
  'rehearsal.no-version': {
    status: 422,
    zh: '没有可以对照的生效版本',
    en: 'There is no version in force to compare with',
  },
} as const
