import { type Command, CommandRejected } from '../../../server/engine/index.ts'
import type { House } from './house.ts'
import { statesIn } from './invariants.ts'

const HOUR = 3_600_000
const ROUNDS = 40

/** What makes every condition and mapping of a generated diagram work. */
const SOUND = { k: 'k1', v1: 1, v2: 'a', list: [1] }

/**
 * Brings everything that runs to its end, as patient people would: incidents are mended, all work is done, all events happen. What then still stands at a
 * join that can never fire is cancelled. Answers with what could not be ended.
 */
export async function finish(house: House): Promise<string[]> {
  for (let round = 0; round < ROUNDS && running(house).length > 0; round++) {
    for (const command of work(house)) await tolerant(house, command)
    await house.advance(2 * HOUR)
  }
  for (const { processInstanceKey, parent } of running(house))
    if (!parent) await tolerant(house, { type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
  return running(house).map(({ bpmnProcessId, elements }) => `${bpmnProcessId} still has ${JSON.stringify(elements)}`)
}

function running(house: House) {
  return statesIn(house.engine().db)
}

function work(house: House): Command[] {
  const states = running(house)
  const mended = states.flatMap(({ incidents }) =>
    Object.entries(incidents).flatMap(([incidentKey, { elementInstanceKey, jobKey }]): Command[] => [
      { type: 'SET_VARIABLES', elementInstanceKey: elementInstanceKey!, variables: SOUND },
      ...(jobKey ? [{ type: 'UPDATE_JOB_RETRIES', jobKey, retries: 3 } as const] : []),
      { type: 'RESOLVE_INCIDENT', incidentKey },
    ]),
  )
  return [
    ...mended,
    ...states.flatMap(({ jobs }) =>
      Object.keys(jobs).map((jobKey): Command => ({ type: 'COMPLETE_JOB', jobKey, variables: { v1: 5 } })),
    ),
    ...states.flatMap(({ userTasks }) =>
      Object.keys(userTasks).map((userTaskKey): Command => ({ type: 'COMPLETE_USER_TASK', userTaskKey })),
    ),
    ...['m1', 'm2'].map((name): Command => ({ type: 'PUBLISH_MESSAGE', name, correlationKey: 'k1', timeToLive: 0 })),
    { type: 'BROADCAST_SIGNAL', signalName: 'g1' },
  ]
}

/** What was there when the round began may be gone when its turn comes. */
async function tolerant(house: House, command: Command): Promise<void> {
  try {
    await house.submit(command)
  } catch (error) {
    if (!(error instanceof CommandRejected)) throw error
    await house.settle()
  }
}
