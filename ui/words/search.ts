import type { Sentences } from './sentence.ts'

/** The result of the search field. */
export const searchWords = {
  'search.title': ['“{q}”的结果', 'Results for “{q}”'],
  'search.blank': ['找什么', 'What are you looking for'],
  'search.blankText': [
    '写案号、文号、案由、当事人、单号或法条的一部分，再按回车。',
    'Type part of a number of a case or document, a title, a party or a law, then press Enter.',
  ],
  'search.tasks': ['任务', 'Tasks'],
  'search.cases': ['案件', 'Cases'],
  'search.parties': ['当事人', 'Parties'],
  'search.procedures': ['程序', 'Procedures'],
  'search.none': ['没有找到“{q}”', 'Nothing found for “{q}”'],
  'search.noneText': ['核对编号，或只写名称的一两个字。', 'Check the number, or type only part of the name.'],
} as const satisfies Sentences
