import { dayOf } from '../deadlines/office-day.ts'
import { limitParameters } from '../deadlines/parameters/index.ts'
import { roles } from '../identity/roles.ts'
import { type Known, type KnownData, type KnownLaw, knownFrom, messageCatalogue } from '../lint/index.ts'
import { laws } from '../statutes/laws.ts'
import type { Law } from '../statutes/statute.ts'
import { workers } from '../workers/index.ts'

/**
 * What the product knows beside a bundle, for the rules that ask for it.
 * @param at the instant whose law holds
 * @param processIds what a call activity may call
 */
export function knownWords(at: number, processIds: Iterable<string>): Known {
  return knownFrom(knownWordsData(at, processIds))
}

/** The same as data. */
export function knownWordsData(at: number, processIds: Iterable<string>): KnownData {
  const today = dayOf(at)
  return {
    roles: Object.keys(roles),
    limits: limitParameters,
    citations: [...new Set(laws.map(({ name }) => name))].map(name => knownLaw(name, today)),
    jobTypes: workers.map(({ type }) => type),
    processIds: [...processIds],
    messages: [...messageCatalogue],
  }
}

function knownLaw(name: string, today: string): KnownLaw {
  const versions = laws.filter(law => law.name === name)
  const isInForce = ({ from, to }: Law) => from <= today && (to === undefined || today <= to)
  const articlesOf = (some: readonly Law[]) => some.flatMap(({ articles }) => numbersOf(articles))
  return {
    name,
    inForce: articlesOf(versions.filter(isInForce)),
    past: articlesOf(versions.filter(law => !isInForce(law))),
  }
}

const numbersOf = (articles: Law['articles']) =>
  articles.length === 0 ? [''] : articles.map(({ number }) => String(number))
