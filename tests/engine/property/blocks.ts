import fc from 'fast-check'

/** A part of a process with one way in and one way out: random processes are put together from these. */
export type Block =
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'task'; task: TaskKind; more: More }
  | { kind: 'wait'; event: Trigger }
  | { kind: 'choice'; gateway: 'exclusive' | 'inclusive'; branches: Block[] }
  | { kind: 'fork'; branches: Block[] }
  | { kind: 'race'; branches: { event: Trigger; block: Block }[] }
  | { kind: 'scope'; body: Block; end: End; more: More; inside: EventScope[] }
  | { kind: 'call'; more: More }
  | { kind: 'undo'; tasks: number; end: 'throw' | 'none' }
  | { kind: 'throw'; what: 'signal' | 'escalation' | 'none' }
  | { kind: 'loop'; body: Block }
  | { kind: 'free'; tasks: number; cancels: boolean }

export type TaskKind = 'service' | 'user' | 'script' | 'receive' | 'manual' | 'send'
export type Trigger = 'timer' | 'message' | 'signal'
export type End = 'none' | 'error' | 'escalation' | 'terminate'

/** What an activity has around it. */
export interface More {
  loop?: 'parallel' | 'sequential'
  /** A condition that ends the loop before its time. */
  isEager?: boolean
  boundaries: Boundary[]
  hasMappings: boolean
  hasListeners: boolean
}

export interface Boundary {
  trigger: Trigger | 'error' | 'escalation'
  isInterrupting: boolean
}

/** An event sub-process: what starts it, and whether that ends everything else in its scope. */
export interface EventScope {
  trigger: Trigger | 'error' | 'escalation'
  isInterrupting: boolean
}

/** A process, and the one that its call activities call. */
export interface Procedure {
  body: Block
  end: End
  inside: EventScope[]
  called: Block
  calledEnd: End
}

const trigger = fc.constantFrom<Trigger>('timer', 'message', 'signal')
const end = fc.constantFrom<End>('none', 'none', 'none', 'error', 'escalation', 'terminate')
const happening = (triggers: EventScope['trigger'][]) =>
  fc.uniqueArray(fc.record({ trigger: fc.constantFrom(...triggers), isInterrupting: fc.boolean() }), {
    maxLength: 2,
    selector: each => each.trigger,
  })
const inside = happening(['timer', 'message', 'signal', 'error', 'escalation'])
const rarely = fc.integer({ min: 0, max: 4 }).map(number => number === 4)

function more(...triggers: Boundary['trigger'][]): fc.Arbitrary<More> {
  return fc
    .record({
      loop: fc.constantFrom<More['loop'][]>(undefined, undefined, undefined, 'parallel', 'sequential'),
      isEager: fc.boolean(),
      boundaries: happening(triggers),
      hasMappings: fc.boolean(),
      hasListeners: rarely,
    })
    .map(({ loop, ...rest }) => ({ ...rest, ...(loop && { loop }) }))
}

const ofTask = more('timer', 'message', 'signal', 'error')
const ofScope = more('timer', 'message', 'signal', 'error', 'escalation')
const task = fc.record({
  kind: fc.constant('task' as const),
  task: fc.constantFrom<TaskKind>('service', 'service', 'user', 'user', 'script', 'receive', 'manual', 'send'),
  more: ofTask,
})

const { block } = fc.letrec<{ block: Block; branches: Block[] }>(tie => ({
  branches: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: task },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), event: trigger }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('throw' as const),
        what: fc.constantFrom('signal' as const, 'escalation' as const, 'none' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('call' as const), more: ofScope }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('undo' as const),
        tasks: fc.integer({ min: 1, max: 3 }),
        end: fc.constantFrom('throw' as const, 'none' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('free' as const),
        tasks: fc.integer({ min: 1, max: 3 }),
        cancels: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('sequence' as const),
        blocks: fc.array(tie('block'), { minLength: 2, maxLength: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('choice' as const),
        gateway: fc.constantFrom('exclusive' as const, 'inclusive' as const),
        branches: tie('branches'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('fork' as const), branches: tie('branches') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('race' as const), branches: race(tie('block')) }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('scope' as const), body: tie('block'), end, more: ofScope, inside }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('loop' as const), body: tie('block') }) },
  ) as fc.Arbitrary<Block>,
}))

function race(inner: fc.Arbitrary<Block>) {
  return fc.uniqueArray(fc.record({ event: trigger, block: inner }), {
    minLength: 2,
    maxLength: 3,
    selector: each => each.event,
  })
}

/** Any procedure whose parts are nested, never knotted. */
export const procedures: fc.Arbitrary<Procedure> = fc.record({ body: block, end, inside, called: task, calledEnd: end })
