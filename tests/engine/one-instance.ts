import { afterEach, beforeEach, expect } from 'vitest'
import type { Command, EngineRecord, Outcome, Variables } from '../../server/engine/index.ts'
import { diagram, openEngine, type TestEngine } from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

/** An instance of one process, and what a test does to it. */
export class OneInstance {
  key = ''

  constructor(readonly house: TestEngine) {}

  /** Deploys a process of these elements and starts it. */
  async start(elements: string, variables: Variables = {}, rest = ''): Promise<void> {
    await this.house.deploy('p.bpmn', diagram(elements, rest))
    const outcome = await this.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables })
    this.key = String(outcome.results[0]!.processInstanceKey)
  }

  /** Completes the oldest open job of an element. */
  work(elementId: string, variables: Variables = {}): Promise<Outcome> {
    return this.submit({ type: 'COMPLETE_JOB', jobKey: this.jobs(elementId)[0] ?? '', variables })
  }

  publish(name: string, correlationKey: string, rest: { variables?: Variables; timeToLive?: number } = {}) {
    return this.submit({ type: 'PUBLISH_MESSAGE', name, correlationKey, ...rest })
  }

  /** Sets variables, merged outwards from the element instance (default: the process). */
  set(variables: Variables, elementId?: string, local = false): Promise<Outcome> {
    const elementInstanceKey = elementId === undefined ? this.key : this.alive(elementId)[0]!
    return this.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables, local })
  }

  resolve(): Promise<Outcome> {
    const incident = this.records('INCIDENT').findLast(({ intent }) => intent === 'CREATED')
    return this.submit({ type: 'RESOLVE_INCIDENT', incidentKey: incident!.key })
  }

  async submit(command: Command): Promise<Outcome> {
    const outcome = await this.house.submit(command)
    await this.house.settle()
    return outcome
  }

  /** Elements that were completed, in order; the process is `p`. */
  get completed(): string[] {
    return this.elements('ELEMENT_COMPLETED')
  }

  get terminated(): string[] {
    return this.elements('ELEMENT_TERMINATED')
  }

  /** Elements that are alive now, in the order in which they began. */
  get open(): string[] {
    const ended = new Set(
      this.records('PROCESS_INSTANCE')
        .filter(isEnd)
        .map(({ key }) => key),
    )
    const begun = this.records('PROCESS_INSTANCE').filter(({ intent }) => intent === 'ELEMENT_ACTIVATING')
    return begun.filter(({ key }) => !ended.has(key)).map(({ value }) => value.elementId)
  }

  /** What the journal says of one kind: the intents in order. */
  intents(valueType: EngineRecord['valueType']): string[] {
    return this.records(valueType).map(({ intent }) => intent)
  }

  /** The variables of the process as they are now. */
  get variables(): Variables {
    const own = this.records('VARIABLE').filter(({ value }) => value.scopeKey === this.key)
    return Object.fromEntries(own.map(({ value }) => [value.name, value.value]))
  }

  records<V extends EngineRecord['valueType']>(valueType: V): EngineRecord<V>[] {
    return this.house.journal
      .entries({ limit: 10_000 })
      .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
      .filter(record => record.valueType === valueType) as EngineRecord<V>[]
  }

  private elements(intent: string): string[] {
    return this.records('PROCESS_INSTANCE')
      .filter(record => record.intent === intent)
      .map(({ value }) => value.elementId)
  }

  private alive(elementId: string): string[] {
    const of = this.records('PROCESS_INSTANCE').filter(({ value }) => value.elementId === elementId)
    const ended = new Set(of.filter(isEnd).map(({ key }) => key))
    return [...new Set(of.map(({ key }) => key))].filter(key => !ended.has(key))
  }

  private jobs(elementId: string): string[] {
    const of = this.records('JOB').filter(({ value }) => value.elementId === elementId)
    const ended = new Set(
      of.filter(({ intent }) => intent === 'COMPLETED' || intent === 'CANCELED').map(({ key }) => key),
    )
    return [...new Set(of.map(({ key }) => key))].filter(key => !ended.has(key))
  }
}

/** A fresh engine for each test; afterwards all its tables must follow from the journal alone. */
export function eachOnAFreshEngine(): { get it(): OneInstance } {
  let instance: OneInstance
  beforeEach(() => {
    instance = new OneInstance(openEngine())
  })
  afterEach(async () => {
    const { house } = instance
    expect(journalDifferences(house)).toEqual([])
    expect(house.faults).toEqual([])
    await house.close()
  })
  return {
    get it() {
      return instance
    },
  }
}

/** A message definition `m` of a name, correlated by the variable `k`. */
export function message(name: string): string {
  return `<bpmn:message id="message_${name}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>`
}

/** A boundary event with the given definition. */
export function boundary(id: string, host: string, definition: string, attributes = ''): string {
  return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" ${attributes}>${definition}</bpmn:boundaryEvent>`
}

function isEnd({ intent }: { intent: string }): boolean {
  return intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED'
}
