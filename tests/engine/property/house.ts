import type { EntrySegments } from '../../../server/engine/embedded/index.ts'
import type { Outcome, Segment } from '../../../server/engine/index.ts'
import { openEngine, type TestEngine } from '../../contracts/open-engine.ts'
import { EPOCH } from '../conformance/notebook.ts'
import type { Subject } from '../conformance/play.ts'

/** An engine on a file with a real journal, that can be killed and opened again between any two acts. */
export interface House extends Subject {
  engine(): TestEngine
  /** Everything in the journal. */
  entries(): EntrySegments[]
  /** As a killed process: nothing is finished, the file is opened by another engine. */
  crash(): void
  close(): Promise<void>
}

/** Opens such an engine. `watch` is called whenever nothing is left to do. */
export function openHouse(path: string, watch: (house: House) => void): House {
  const noted: Outcome[] = []
  const open = (at: number) => {
    const engine = openEngine(path, at)
    engine.engine.onCommit(outcomes => noted.push(...outcomes))
    return engine
  }
  let current = open(EPOCH)
  const told = async (): Promise<Segment[]> => {
    await current.settle()
    if (current.faults.length > 0) throw current.faults[0]
    watch(house)
    return noted.splice(0).flatMap(({ segments }) => segments)
  }
  const house: House = {
    engine: () => current,
    entries: () => entriesOf(current),
    async submit(command) {
      const { results } = await current.submit(command)
      return { segments: await told(), results }
    },
    settle: told,
    async advance(milliseconds) {
      await current.advance(milliseconds)
      return told()
    },
    crash() {
      const at = current.clock.now()
      current.kill()
      current = open(at)
    },
    close: () => current.close(),
  }
  return house
}

function entriesOf({ journal }: TestEngine): EntrySegments[] {
  return journal.entries({ limit: 100_000 }).flatMap(({ seq, segments }) => (segments ? [{ seq, segments }] : []))
}
