import { dayOf, type OfficeDay } from '../deadlines/office-day.ts'
import type { StatuteVersion } from '../registers/statute-queries.ts'
import { laws } from '../statutes/laws.ts'
import type { Law } from '../statutes/statute.ts'
import { writeChineseNumber } from '../statutes/text/chinese-number.ts'
import { articleLabel, type TextArticle } from '../statutes/text/statute-text.ts'
import { lastDayOf } from './citations.ts'
import { type CitingPlace, citingPlaces } from './cited-by.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import type { LawJson, StatuteHitJson, StatuteJson } from './schemas/statute.ts'
import { named } from './user-task-json.ts'

/** Every law the office knows, cited or brought in, as it holds today; by how often it is cited. */
export async function lawsJson(house: House, language: Language): Promise<LawJson[]> {
  const today = dayOf(house.clock.now())
  const places = await citingPlaces(house, language)
  const names = new Set([...laws.map(({ name }) => name), ...house.statutes.list().map(({ name }) => name)])
  const found = [...names].flatMap(name => lawJson(house, name, { today, places, language }))
  return found.sort((a, b) => b.citedBy - a.citedBy || a.name.localeCompare(b.name, 'zh-CN'))
}

interface LawQuestion {
  today: OfficeDay
  places: readonly CitingPlace[]
  language: Language
}

function lawJson(house: House, name: string, { today, places, language }: LawQuestion): LawJson[] {
  const versions = house.statutes.versionsOf(name)
  const version = house.statutes.inForce(name, today) ?? versions[0]
  const law = lawOn(name, today)
  const from = version?.inForceFrom ?? law?.from
  if (from === undefined) return []
  const to = (version ? lastDayOf(house, version) : law?.to) ?? null
  return [
    {
      name,
      title: version?.title ?? law?.title[language] ?? name,
      verification: law?.verification ?? null,
      inForceFrom: from,
      inForceTo: to,
      isInForce: from <= today && (to === null || today <= to),
      versions: Math.max(versions.length, laws.filter(each => each.name === name).length),
      articles: version?.articleCount ?? 0,
      citedBy: new Set(places.filter(({ cited }) => cited.name === name).map(({ kind, id }) => `${kind} ${id}`)).size,
    },
  ]
}

/** Our own version of a law on a day; the latest where none held then. */
function lawOn(name: string, day: OfficeDay): Law | undefined {
  const versions = laws.filter(law => law.name === name)
  return versions.find(({ from, to }) => from <= day && (to === undefined || day <= to)) ?? versions.at(-1)
}

/** A law as of a day with its articles: the official text where it is there, what we say of an article, and who cites it. */
export async function statuteJson(
  house: House,
  name: string,
  day: OfficeDay,
  language: Language,
): Promise<StatuteJson | undefined> {
  const law = lawOn(name, day)
  const versions = house.statutes.versionsOf(name)
  if (!law && versions.length === 0) return undefined
  const version = house.statutes.inForce(name, day)
  const places = (await citingPlaces(house, language)).filter(({ cited }) => cited.name === name)
  const from = version?.inForceFrom ?? law?.from ?? null
  const to = (version ? lastDayOf(house, version) : law?.to) ?? null
  const articles = articlesJson(house, { version, law, places, language })
  const shown = new Set(articles.map(({ article }) => article))
  return {
    name,
    title: version?.title ?? law?.title[language] ?? name,
    day,
    isInForce: from !== null && from <= day && (to === null || day <= to),
    verification: law?.verification ?? null,
    inForceFrom: from,
    inForceTo: to,
    hasText: version !== undefined,
    preamble: version?.preamble ?? [],
    versions: [...versions.map(each => versionJson(house, each, version)), ...ownVersions(name, versions, language)],
    articles,
    citedBy: places
      .filter(({ cited }) => cited.article === undefined || !shown.has(cited.article))
      .map(({ kind, id, name, ref }) => ({ kind, id, name, ref })),
  }
}

interface ArticlesQuestion {
  version: StatuteVersion | undefined
  law: Law | undefined
  places: readonly CitingPlace[]
  language: Language
}

function articlesJson(house: House, { version, law, places, language }: ArticlesQuestion): StatuteJson['articles'] {
  const summaries = new Map(law?.articles.map(({ number, summary }) => [String(number), summary[language]]))
  const texts = version ? house.statutes.articles(version.textId) : []
  const changed = version ? changedIn(house, version, texts) : new Set()
  const only = [...summaries.keys()].filter(article => !texts.some(text => text.article === article))
  const listed = version ? texts : only.map(article => ({ article, headings: [], paragraphs: null }))
  return listed.map(({ article, headings, paragraphs }) => ({
    article,
    label: articleLabel(article, writeChineseNumber),
    headings,
    paragraphs,
    summary: summaries.get(article) ?? null,
    isChanged: changed.has(article),
    citedBy: distinct(places.filter(({ cited }) => cited.article === article)),
  }))
}

function distinct(places: readonly CitingPlace[]): StatuteJson['articles'][number]['citedBy'] {
  const byId = new Map(places.map(({ kind, id, name }) => [`${kind} ${id}`, { kind, id, name }]))
  return [...byId.values()]
}

/** The articles that say something else than in the version before. */
function changedIn({ statutes }: House, version: StatuteVersion, texts: readonly TextArticle[]): Set<string> {
  const before = statutes.versionsOf(version.name).find(({ inForceFrom }) => inForceFrom < version.inForceFrom)
  if (!before) return new Set()
  const said = new Map(statutes.articles(before.textId).map(({ article, paragraphs }) => [article, paragraphs]))
  const isSame = ({ article, paragraphs }: TextArticle) =>
    JSON.stringify(said.get(article)) === JSON.stringify(paragraphs)
  return new Set(texts.filter(text => !isSame(text)).map(({ article }) => article))
}

function versionJson(
  house: House,
  version: StatuteVersion,
  shown: StatuteVersion | undefined,
): StatuteJson['versions'][number] {
  const { textId, title, promulgatedOn, inForceFrom, fileName, articleCount, replaced, importedBy, importedAt } =
    version
  return {
    ...{ textId, title, promulgatedOn, inForceFrom, fileName, replaced },
    inForceTo: lastDayOf(house, version),
    articles: articleCount,
    importedBy: named(house, importedBy),
    importedAt: new Date(importedAt).toISOString(),
    isShown: textId === shown?.textId,
  }
}

/** Versions we know of whose text was not brought in. */
function ownVersions(name: string, versions: readonly StatuteVersion[], language: Language): StatuteJson['versions'] {
  return laws
    .filter(law => law.name === name && !versions.some(({ inForceFrom }) => inForceFrom === law.from))
    .map(({ title, from, to = null }) => ({
      ...{ textId: null, title: title[language], promulgatedOn: null, inForceFrom: from, inForceTo: to },
      ...{ fileName: null, articles: 0, replaced: [], importedBy: null, importedAt: null, isShown: false },
    }))
}

const AROUND = 24
const MOST_HITS = 60

/** Where every word of a question stands: in official texts in force today, else in what we say of an article. */
export function statuteHits(house: House, q: string, language: Language): StatuteHitJson[] {
  const words = q.split(/\s+/).filter(word => word !== '')
  if (words.length === 0) return []
  const today = dayOf(house.clock.now())
  const official = house.statutes.search(words, today, MOST_HITS).map(({ name, title, article, body }) => ({
    ...{ name, title, article, label: articleLabel(article, writeChineseNumber), isOfficial: true },
    excerpt: excerptOf(body, words[0] ?? ''),
  }))
  const seen = new Set(official.map(({ name, article }) => `${name} ${article}`))
  const own = laws
    .filter(({ from, to }) => from <= today && (to === undefined || today <= to))
    .flatMap(({ name, title, articles }) =>
      articles.map(({ number, summary }) => ({ name, title: title[language], article: String(number), summary })),
    )
    .filter(({ summary }) => words.every(word => summary.zh.includes(word) || summary.en.includes(word)))
    .filter(({ name, article }) => !seen.has(`${name} ${article}`))
    .map(({ summary, ...hit }) => ({
      ...hit,
      label: articleLabel(hit.article, writeChineseNumber),
      excerpt: summary[language],
      isOfficial: false,
    }))
  return [...official, ...own].slice(0, MOST_HITS)
}

function excerptOf(body: string, word: string): string {
  const at = Math.max(body.indexOf(word), 0)
  const from = Math.max(at - AROUND, 0)
  const to = at + word.length + 2 * AROUND
  return `${from > 0 ? '…' : ''}${body.slice(from, to).replaceAll('\n', ' ')}${to < body.length ? '…' : ''}`
}
