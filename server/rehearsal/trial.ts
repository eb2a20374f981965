import type { Language } from '../api/language.ts'
import type { Instant, Json, Key } from '../engine/index.ts'
import { openCast } from './cast.ts'
import { openPlay, type StepRefusal, uploaded } from './play.ts'
import type { RehearsalOffice } from './rehearsal-office.ts'
import type { Step } from './step.ts'

/** A draft that somebody tries out: an office of its own, and what was done in it so far. */
export interface Trial {
  id: string
  office: RehearsalOffice
  procedureId: string
  /** Who tries; a person of the real office. */
  openedBy: string
  /** UTC ms of the rehearsal's clock. */
  openedAt: Instant
  /** Number of the last entry that was there before anything was tried. */
  openedSeq: number
  /** What was done and not refused, in order. */
  steps: readonly Step[]
  /** The instance that is followed, once it is there. */
  instance(): Key | undefined
  /** Does a step, one after the other; answers what the person was told instead. */
  perform(step: Step, language: Language): Promise<StepRefusal | undefined>
  /** Puts the stand-in for a file into the office. */
  upload(personId: string, name: string): Promise<Json>
}

/** Opens a trial in an office in which the draft is published. */
export function openTrial(opened: Pick<Trial, 'id' | 'office' | 'procedureId' | 'openedBy'>): Trial {
  const { office, procedureId } = opened
  const { house, clock } = office
  const play = openPlay({ office, procedureId, cast: openCast(house, {}) })
  const steps: Step[] = []
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...opened,
    openedAt: clock.now(),
    openedSeq: house.journal.lastSeq(),
    steps,
    instance: play.instance,
    perform(step, language) {
      const done = last.then(async () => {
        const refusal = await play.perform(step, language)
        if (!refusal) steps.push(step)
        return refusal
      })
      last = done.catch(() => undefined)
      return done
    },
    upload: (personId, name) => uploaded(office, personId, name),
  }
}
