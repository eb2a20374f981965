import { filingOf } from './district/filing.ts'
import { items } from './district/items.ts'
import { endedReviews } from './ended-reviews.ts'
import { openReviews } from './open-reviews.ts'
import type { Filing, Review, Step } from './review.ts'
import { partyNamed } from './street-parties.ts'

/** A review written by hand, with what its case is about. */
export type WrittenReview = Omit<Review, 'filing'> & { matter: { item: string; found: string } }

type Filed = Review & { filing: Filing }

/** The reviews of the first street, each of a case that was registered some days before. */
export const streetReviews: readonly Filed[] = [...endedReviews, ...openReviews].map(filed)

/** Of the nth of some cases, and when it is registered: one every two minutes, so that their order is the order of their numbers. */
export function filed({ matter, ...review }: WrittenReview, index: number): Filed {
  const { item, found, source } = { source: index % 3 === 0 ? 'hotline' : 'inspection', ...matter }
  const about = { item: itemOf(item), party: partyNamed(review.partyName), found, source, title: review.caseTitle }
  const { values } = filingOf(about, 0)
  const days = daysOf(review.start) + 2 + (index % 3)
  const minutes = String(10 + 2 * index).padStart(2, '0')
  return { ...review, evidence: found, filing: { at: `${days} 16:${minutes}` as Step['at'], values } }
}

/**
 * The number the house gives to a case written by hand when the street is filled alone, in the year of the demonstration's
 * days. @throws Error when there is no such case
 */
export function streetCaseNo(title: string, year = 2026): string {
  const inOrder = [...streetReviews].sort((a, b) => moment(a) - moment(b))
  const place = inOrder.findIndex(({ caseTitle }) => caseTitle === title) + 1
  if (place === 0) throw new Error(`Expected a case of the street, found '${title}'`)
  return `LDJ-PT-${year}-${String(place).padStart(5, '0')}`
}

/** Minutes before today's end. */
function moment({ filing: { at } }: Filed): number {
  const [days = '', hours = '', minutes = ''] = at.split(/[ :]/)
  return -Number(days) * 24 * 60 + Number(hours) * 60 + Number(minutes)
}

function itemOf(code: string) {
  const found = items.find(item => item.code === code)
  if (!found) throw new Error(`Expected an item of the catalogue, found '${code}'`)
  return found
}

function daysOf({ at }: Step): number {
  return Number(at.split(' ')[0])
}
