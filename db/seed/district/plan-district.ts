import type { Variables } from '../../../server/engine/index.ts'
import type { Review, Step } from '../review.ts'
import { createDice, type Dice } from './dice.ts'
import { filingOf } from './filing.ts'
import { type Item, items, roads } from './items.ts'
import { inventedParty, type Party } from './parties.ts'
import { type Beat, endedPlots, filedPlot, type Part, type Plot, runningPlots, type Teller } from './plots.ts'
import { isHanded } from './powers.ts'
import { holdersOf } from './staff.ts'
import { FIRST_STREET, streets } from './streets.ts'
import { wordings } from './wordings.ts'

/** A legal review of the district, with what the registers want to know of its case. */
export interface PlannedReview extends Review {
  plot: string
  street: string
  item: Item
  party: Party
}

const SEED = 58

/** Every case of the district beside those written by hand, the same every time. */
export function planDistrict(): PlannedReview[] {
  const wanted = [...endedPlots, ...runningPlots, filedPlot].flatMap(plot =>
    Array.from({ length: plot.count }, (_, n) => ({ plot, n })),
  )
  return wanted.map(({ plot, n }, index) => planReview(plot, n, index))
}

function planReview(plot: Plot, n: number, index: number): PlannedReview {
  const dice = createDice(SEED * 1000 + index)
  const street = plot.street ?? streetOf(index, dice)
  const item = dice.pick(items.filter(({ code }) => isHanded(street, code)))
  const place = dice.pick(roads)
  const party = inventedParty(index, item, place, dice)
  const parts = castOf(street, dice, plot.street === undefined ? dice.between(0, 9) : 0)
  const found = dice.pick(item.found)
  const teller = tellerOf({ found, item: item.name, party: party.name }, dice)
  const { start, steps } = scheduled(plot, plot.waits[n % plot.waits.length] ?? 1, dice)
  const step = ({ beat, at }: Timed): Step => ({ ...stepOf(beat, teller), at, by: parts[beat.by] })
  const facts = plot.isMinor ? {} : factsOf(dice)
  const caseTitle = dice.pick(item.titles).replace('{place}', place)
  const filed = filingOf(
    { item, party, found, title: caseTitle, source: dice.pick(SOURCES) },
    daysFrom(start) + dice.between(2, 6),
  )
  return {
    filing: plot === filedPlot ? { ...filed, at: start, isAll: true } : filed,
    ...{ plot: plot.id, street, item, party, partyName: party.name, evidence: found },
    start: { at: start, by: parts.handler },
    caseTitle,
    reviewType: plot.reviewType ?? reviewTypeOf(item, dice),
    stage: plot.isMinor
      ? 'beforeDecision'
      : dice.pick(['beforeNotice', 'afterDefence', 'beforeDecision', 'afterHearing']),
    handlerIds: [parts.companion],
    steps: steps.map(step).map(each => (each.task === 'submit' ? { ...each, values: { ...facts } } : each)),
  }
}

/** The first street is the one people sign in to: it has a good part of everything. */
function streetOf(index: number, dice: Dice): string {
  const total = streets.reduce((sum, { weight }) => sum + weight, 0)
  let left = dice.between(1, total)
  // Every plot is seen in the first street.
  if (index % 4 === 0) return FIRST_STREET
  for (const { id, weight } of streets) {
    left -= weight
    if (left <= 0) return id
  }
  return FIRST_STREET
}

function reviewTypeOf({ mayCoerce }: Item, dice: Dice): string {
  const chance = dice.between(1, 10)
  if (mayCoerce && chance <= 3) return 'coercion'
  return chance === 10 ? 'noPenalty' : 'penalty'
}

function factsOf(dice: Dice): Variables {
  const chance = dice.between(1, 12)
  return {
    ...{ publicInterest: chance === 1, majorRights: chance === 2 || chance === 3 },
    ...{ complexRelations: chance === 4, lawRequires: false },
  }
}

/** People of the street for one review, nobody twice. */
function castOf(street: string, dice: Dice, reviewer: number): Record<Part | 'companion', string> {
  const one = (role: string, turn = dice.between(0, 9)) => {
    const holders = holdersOf(street, role)
    const found = holders[turn % holders.length]
    if (found === undefined) throw new Error(`Expected somebody with the role '${role}' in ${street}`)
    return found
  }
  const officer = dice.between(0, 9)
  return {
    handler: one('street-officer', officer),
    companion: one('street-officer', officer + 1),
    first: one('center-legal-reviewer'),
    second: one('pmo-legal-reviewer', reviewer),
    third: one('pmo-legal-reviewer', reviewer + 1),
    deputy: one('subdistrict-deputy'),
    head: one('subdistrict-head'),
    director: one('center-director'),
    supervisor: one('justice-office-supervisor'),
  }
}

function tellerOf(words: Record<string, string>, dice: Dice): Teller {
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')
  return { say: about => filled(dice.pick<string>(wordings[about])), pick: dice.pick }
}

function stepOf({ task, claim, request, caseAct, action, fill }: Beat, teller: Teller): Omit<Step, 'at' | 'by'> {
  return {
    ...(task !== undefined && { task }),
    ...(claim !== undefined && { claim }),
    ...(request !== undefined && { request }),
    ...(caseAct !== undefined && { caseAct }),
    ...(action !== undefined && { action }),
    ...(fill && { values: fill(teller) }),
  }
}

interface Timed {
  beat: Beat
  at: Step['at']
}

const SOURCES = ['inspection', 'inspection', 'complaint', 'hotline', 'hotline', 'transfer', 'superior']
const daysFrom = (at: Step['at']) => Number(at.split(' ')[0])

/** When people look into their inboxes, in minutes of the day; what falls together shares its commits. */
const SITTINGS = [520, 560, 605, 650, 690, 855, 900, 945, 990, 1025]
const MORNING = 3

/** Days counted back from today, sittings that follow each other within a day. */
function scheduled({ beats }: Plot, wait: number, dice: Dice): { start: Step['at']; steps: Timed[] } {
  const gaps = beats.map(({ after: [least, most] }) => dice.between(least, most))
  let day = wait + gaps.reduce((sum, gap) => sum + gap, 0)
  let sitting = dice.between(0, 2)
  const start = timeOf(day, sitting)
  const steps = beats.map((beat, index) => {
    const gap = gaps[index] ?? 0
    day -= gap
    // Of today only the early morning has passed when most people look.
    const latest = day === 0 ? 0 : SITTINGS.length - MORNING
    sitting = gap === 0 ? sitting + 1 : dice.between(0, latest)
    return { beat, at: timeOf(day, sitting) }
  })
  return { start, steps }
}

/** The sittings of each day begin a little later or earlier. */
function timeOf(day: number, sitting: number): Step['at'] {
  const minute = (SITTINGS[Math.min(sitting, SITTINGS.length - 1)] ?? 0) + ((day * 7) % 19)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}` as Step['at']
}
