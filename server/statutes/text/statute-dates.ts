import type { StatuteText, TextArticle } from './statute-text.ts'

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/
const IN_FORCE = /自(\d{4}年\d{1,2}月\d{1,2}日|(?:公布|发布|印发)之日)起(?:施行|实施|生效)/

/**
 * When a text was passed or last amended, and from when it holds, as far as it says so itself. An amendment does not
 * change the article on the first day in force: then the amendment's day is the best guess.
 */
export function readDates(
  notes: readonly string[],
  articles: readonly TextArticle[],
): Pick<StatuteText, 'promulgatedOn' | 'inForceFrom'> {
  const dated = notes.flatMap(note => {
    const day = dayIn(note)
    return day === undefined ? [] : [{ day, holds: /(施行|实施)[)）]?$/.test(note) }]
  })
  const promulgatedOn = dated.findLast(({ holds }) => !holds)?.day
  const said = dated.findLast(({ holds }) => holds)?.day ?? ownDay(articles)
  const inForceFrom = said !== undefined && promulgatedOn !== undefined && said < promulgatedOn ? promulgatedOn : said
  return {
    ...(promulgatedOn !== undefined && { promulgatedOn }),
    ...(inForceFrom !== undefined && { inForceFrom }),
    ...(said === undefined && promulgatedOn !== undefined && { inForceFrom: promulgatedOn }),
  }
}

/** What the last articles say; undefined also when it holds from the day it was published. */
function ownDay(articles: readonly TextArticle[]): string | undefined {
  const texts = articles.slice(-3).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  const said = texts.flatMap(text => IN_FORCE.exec(text)?.[1] ?? []).at(-1)
  return said === undefined ? undefined : dayIn(said)
}

function dayIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? []
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
