import type { Language, Words } from '../language.ts'
import { valueWords } from '../register-words.ts'

const words: Words = {
  open: { zh: '待认定', en: 'open' },
  cleared: { zh: '证件有效，已撤销', en: 'cleared' },
  harmless: { zh: '不影响', en: 'harmless' },
  remedied: { zh: '已补正', en: 'remedied' },
  excluded: { zh: '不予采信', en: 'excluded' },
  completed: { zh: '办理', en: 'did it' },
  cosigned: { zh: '副署', en: 'signed second' },
}

/** The word for a state, a part, or how a certificate stood. */
export const defectWord = (id: string, language: Language): string => (words[id] ?? valueWords[id])?.[language] ?? id
