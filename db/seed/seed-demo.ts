import type { App } from '../../server/app.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { districtRegister, streetRegister } from './district/district-register.ts'
import { officeActs } from './district/office-acts.ts'
import { otherProcedures, transfers } from './district/other-procedures.ts'
import { planDistrict } from './district/plan-district.ts'
import { rarerReviews } from './district/rarer-reviews.ts'
import { handedIn, handingsIn } from './handed-in.ts'
import { jobsDone } from './jobs-done.ts'
import { daysBack, momentOf } from './office-days.ts'
import { demoRegister } from './people.ts'
import { type Happening, PeopleAtWork } from './people-at-work.ts'
import type { OfficeAct, Review, Step } from './review.ts'
import { neighbourRegister } from './street-neighbours.ts'
import { filed, streetReviews } from './street-reviews.ts'

/** How much a demonstration is filled with: one street with a dozen reviews, or the district with some hundred. */
export type DemoSize = 'street' | 'district'

interface Demo {
  /** What the first act writes into the registers. */
  register: readonly RegisterRecord[]
  reviews: readonly Review[]
  acts: readonly OfficeAct[]
}

export interface DemoOptions {
  /** UTC ms; the acts are spread over the days before. Default: the clock's. */
  now?: number
  size?: DemoSize
}

/** The first moment of the demonstration; a clock that stands there lets its acts be spread over the days before `now`. */
export function demoBegins(now: number, size: DemoSize = 'street'): number {
  const { reviews, acts } = demoOf(size)
  const days = [...reviews.map(({ filing, start }) => filing ?? start), ...acts].map(daysOf)
  return momentOf(daysBack(now, Math.max(...days)), '08:30')
}

/**
 * Fills a new database with an invented district: people, then reviews in different states, made by acting as those
 * people through the routes. The same every time. The clock is set forward from act to act, up to `now`.
 * @param app has its procedures shipped and is started.
 */
export async function seedDemo(app: App, { now = app.clock.now(), size = 'street' }: DemoOptions = {}): Promise<void> {
  const { register, reviews, acts } = demoOf(size)
  await app.enter(register, DEMO_PASSWORD)
  const people = new PeopleAtWork(app, at => instantOf(now, at))
  const happenings = [
    ...acts.map(act => people.happeningOf(act)),
    ...handedIn.flatMap(handing => handingsIn(app, people, at => instantOf(now, at), handing)),
    ...reviews.flatMap(review => people.happeningsOf(review)),
  ]
  for (const wave of wavesOf(happenings)) await roll(app, wave, now)
  app.clock.set(now)
  await app.limitsSettled()
}

/** What happens at the same instant shares the commits of the house. */
async function roll(app: App, wave: readonly Happening[], now: number): Promise<void> {
  app.clock.set(Math.min(wave[0]!.instant, now))
  await app.limitsSettled()
  await Promise.all(wave.map(({ prepare }) => prepare()))
  await Promise.all(wave.map(({ happen }) => happen()))
  await app.officersSettled()
  await jobsDone(app.house)
}

/** In order of time, together what falls on one instant; of a review only one at a time. */
function wavesOf(happenings: readonly Happening[]): Happening[][] {
  const waves: Happening[][] = []
  for (const happening of [...happenings].sort((a, b) => a.instant - b.instant)) {
    const last = waves.at(-1)
    const isTogether =
      last?.every(({ instant, of }) => instant === happening.instant && (of === undefined || of !== happening.of)) ??
      false
    if (isTogether) last?.push(happening)
    else waves.push([happening])
  }
  return waves
}

function demoOf(size: DemoSize): Demo {
  if (size === 'street') {
    const register = [...demoRegister, ...streetRegister(), ...neighbourRegister]
    return { register, reviews: streetReviews, acts: [] }
  }
  return {
    register: [...demoRegister, ...districtRegister()],
    reviews: [...streetReviews, ...[...rarerReviews, ...transfers].map(filed), ...planDistrict(), ...otherProcedures],
    acts: officeActs(),
  }
}

const daysOf = ({ at }: { at: Step['at'] }) => Number(at.split(' ')[0])

function instantOf(now: number, at: Step['at']): number {
  const [days = '', time = ''] = at.split(' ')
  return momentOf(daysBack(now, Number(days)), time)
}
