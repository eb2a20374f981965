import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  diagram,
  flows,
  MORNING,
  openEngine,
  serviceTask,
  type TestEngine,
  timer,
  told,
} from '../contracts/open-engine.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const cycle = (text: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeCycle></bpmn:timerEventDefinition>`
const START_M = '<bpmn:messageEventDefinition messageRef="message_m"/>'
const M = '<bpmn:message id="message_m" name="m"/>'
const startedBy = (definition: string, rest = '', task = 'w') =>
  diagram(`<bpmn:startEvent id="s">${definition}</bpmn:startEvent>${serviceTask(task)}${flows(`s-${task}`)}`, rest)

describe('downtime', () => {
  const inFile = async (work: (file: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'engine-'))
    await work(join(folder, 'engine.db'))
    rmSync(folder, { recursive: true })
  }
  const begunAt = (house: TestEngine) => told(house, 'TIMER').filter(line => line.startsWith('TRIGGERED'))

  test('start timers that fell due meanwhile fire once each, in the order in which they fell due', () =>
    inFile(async file => {
      const before = openEngine(file)
      for (const [id, due] of [
        ['late', 'PT3H'],
        ['early', 'PT1H'],
        ['often', ''],
        ['future', 'PT30H'],
      ] as const) {
        const definition = due === '' ? cycle('R/PT30M') : timer(due)
        const process = `<bpmn:startEvent id="${id}">${definition}</bpmn:startEvent>${serviceTask('w')}${flows(`${id}-w`)}`
        await before.deploy(`${id}.bpmn`, diagram(process, '', `p_${id}`))
      }
      before.kill()
      const after = openEngine(file, MORNING + 5 * HOUR)
      await after.advance(0)
      expect(begunAt(after)).toEqual(['TRIGGERED often', 'TRIGGERED early', 'TRIGGERED late'])
      // Missed periods collapse into one, due at once; the look after it finds nothing more.
      await after.advance(0)
      await after.advance(0)
      expect(begunAt(after)).toHaveLength(4)
      expect(after.store.activatableJobs('w', 10)).toHaveLength(4)
      await after.close()
    }))

  test('a lock and the subscriptions of start events outlive the process of the house', () =>
    inFile(async file => {
      const before = openEngine(file)
      await before.deploy('p.bpmn', startedBy(START_M, M))
      await before.submit({ type: 'PUBLISH_MESSAGE', name: 'm', correlationKey: 'k' })
      before.kill()
      const after = openEngine(file)
      const publish = { type: 'PUBLISH_MESSAGE', name: 'm', correlationKey: 'k', timeToLive: HOUR } as const
      await after.submit(publish)
      expect(after.store.activatableJobs('w', 10)).toHaveLength(1)
      const [jobKey] = after.store.activatableJobs('w', 1)
      await after.submit({ type: 'COMPLETE_JOB', jobKey: jobKey! })
      expect(after.store.activatableJobs('w', 10)).toHaveLength(1)
      await after.close()
    }))
})
