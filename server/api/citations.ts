import { addDays, dayOf, type OfficeDay } from '../deadlines/office-day.ts'
import { parseReference } from '../statutes/parse-reference.ts'
import { citationFault, resolveCitation } from '../statutes/resolve-citation.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import type { CitationJson } from './schemas/limit.ts'
import type { ProblemJson } from './schemas/problem.ts'

/**
 * A citation with what the article said on a day: the official text where it was brought in, our own summary, from when
 * to when that version holds, and how it was checked.
 */
export function citationJson(house: House, ref: string, day: OfficeDay, language: Language): CitationJson {
  const cited = parseReference(ref)
  if (!cited) return { ref, day }
  const { name, article, paragraph, item } = cited
  const known = resolveCitation(ref, day)
  const version = house.statutes.inForce(name, day)
  const text = version && article !== undefined ? house.statutes.article(version.textId, article) : undefined
  const title = known?.law.title[language] ?? version?.title
  const from = version?.inForceFrom ?? known?.law.from
  const to = version ? lastDayOf(house, version) : known?.law.to
  return {
    ref,
    day,
    name,
    ...(article !== undefined && { article }),
    ...(title !== undefined && { title }),
    ...(known?.article && { summary: known.article.summary[language] }),
    ...(text && { paragraphs: text.paragraphs }),
    ...(paragraph !== undefined && { paragraph }),
    ...(item !== undefined && { item }),
    ...(from !== undefined && { inForceFrom: from }),
    ...(to !== undefined && to !== null && { inForceTo: to }),
    ...(known ? { verification: known.verification } : cited.isToVerify && { verification: 'to-verify' as const }),
    ...(!known && !version && citationFault(ref, day) === 'not-in-force' && { isNotInForce: true }),
  }
}

/** A refusal with what the articles it rests on say today. */
export function withCitations(house: House, problem: ProblemJson, language: Language): ProblemJson {
  if (!problem.basis) return problem
  const today = dayOf(house.clock.now())
  return { ...problem, citations: problem.basis.map(ref => citationJson(house, ref, today, language)) }
}

/** The last day a version holds: as it was repealed, or the day before the next one. */
export function lastDayOf(
  { statutes }: House,
  { name, inForceFrom, inForceTo }: { name: string; inForceFrom: OfficeDay; inForceTo: OfficeDay | null },
): OfficeDay | null {
  const next = statutes.versionsOf(name).findLast(version => version.inForceFrom > inForceFrom)
  const before = next && addDays(next.inForceFrom, -1)
  if (before === undefined) return inForceTo
  return inForceTo !== null && inForceTo < before ? inForceTo : before
}
