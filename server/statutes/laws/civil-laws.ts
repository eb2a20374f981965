import { article } from '../article.ts'
import type { Law } from '../statute.ts'

/** The law on civil procedure, as amended in 2023: how terms are counted and documents served. */
export const civilProcedureLaw: Law = {
  name: '民事诉讼法',
  title: { zh: '中华人民共和国民事诉讼法（2023年修正）', en: 'Civil Procedure Law (amended 2023)' },
  from: '2024-01-01',
  verification: 'law-text',
  articles: [
    article(
      85,
      '开始的时和日不计入；末日是法定休假日的顺延至其后第一日',
      'The day of the start does not count; a last day off moves to the next one',
    ),
    article(
      95,
      '下落不明等无法送达的公告送达，经三十日视为送达',
      'Service by public notice takes effect after thirty days',
    ),
  ],
}

/** The civil code on periods of time. */
export const civilCode: Law = {
  name: '民法典',
  title: { zh: '中华人民共和国民法典', en: 'Civil Code' },
  from: '2021-01-01',
  verification: 'law-text',
  articles: [
    article(
      201,
      '按日、月、年计的，开始当日不计入；按小时的自约定或法定时起算',
      'The first day does not count; hours run from their start',
    ),
    article(
      202,
      '按月、年计的到期月对应日为最后一日，没有对应日的为月末日',
      'Months end on the corresponding day, or the last of the month',
    ),
    article(203, '最后一日是法定休假日的顺延；截止二十四时', 'A last day off moves on; it ends at midnight'),
  ],
}
