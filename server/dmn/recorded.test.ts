import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FeelContext } from '../feel/index.ts'
import { type DecisionResult, evaluateDecision, parseDecisions } from './index.ts'

const SCENARIOS = join(import.meta.dirname, '../../tests/engine/scenarios')
const NOW = Date.parse('2030-01-07T08:00:00Z')

interface Step {
  do: string
  decisionId?: string
  variables?: Record<string, unknown>
}

type JsonRecord = Record<string, unknown>

const scenarios = readdirSync(SCENARIOS)
  .filter(name => name.startsWith('dmn-') || name === 'deploy-dmn-two-decisions')
  .map(name => ({
    name,
    steps: read(name, 'scenario.json').steps as Step[],
    records: read(name, 'trace.json').records as JsonRecord[],
  }))
  .filter(({ steps, records }) => steps.some(step => step.do === 'evaluateDecision') && records.length > 0)

describe.each(scenarios)('$name', ({ name, steps, records }) => {
  const evaluations = steps.flatMap((step, index) => (step.do === 'evaluateDecision' ? [{ step, index }] : []))

  test.each(evaluations)('step $index evaluates as Zeebe 8.8.21 did', async ({ step, index }) => {
    const model = await parseDecisions(readFileSync(join(SCENARIOS, name, 'd.dmn'), 'utf8'))
    const recorded = records.find(record => record.valueType === 'DECISION_EVALUATION' && record.step === index)
    const result = evaluateDecision(model, step.decisionId ?? '', contextOf(step.variables ?? {}))
    expect(recorded).toBeDefined()
    expect(asRecorded(result)).toEqual(factsOf(recorded ?? {}))
  })
})

test('there are recorded evaluations to compare with', () => {
  expect(scenarios.length).toBeGreaterThan(15)
})

function read(scenario: string, file: string): JsonRecord {
  return JSON.parse(readFileSync(join(SCENARIOS, scenario, file), 'utf8')) as JsonRecord
}

function contextOf(variables: Record<string, unknown>): FeelContext {
  return { variables: name => variables[name], now: () => NOW }
}

function asRecorded({ output, evaluatedDecisions, failure }: DecisionResult): unknown {
  return lean({
    decisionOutput: output,
    evaluatedDecisions: evaluatedDecisions.map(decision => ({
      ...decision,
      decisionVersion: isDecision(decision) ? 1 : -1,
    })),
    failedDecisionId: failure?.decisionId,
    evaluationFailureMessage: failure?.message,
  })
}

function factsOf({
  decisionOutput,
  evaluatedDecisions,
  failedDecisionId,
  evaluationFailureMessage,
}: JsonRecord): unknown {
  return lean({ decisionOutput, evaluatedDecisions, failedDecisionId, evaluationFailureMessage })
}

/** Knowledge models are told among the decisions, without a version. */
function isDecision({ decisionId }: { decisionId: string }): boolean {
  return !['f', 'g'].includes(decisionId)
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === -1 ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** As the traces are written: what is null, empty or missing is left out. */
function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, lean(member)] as const)
  return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)))
}
