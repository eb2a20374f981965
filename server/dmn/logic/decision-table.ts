import {
  type CompiledExpression,
  type CompiledUnaryTests,
  compileExpression,
  compileUnaryTests,
  type FeelValue,
  toJson,
} from '../../feel/index.ts'
import { DecisionFailure } from '../decision-failure.ts'
import type { Logic, MatchedRule, TableRecord } from '../decision-model.ts'
import { type DmnElement, elementOf, elementsOf, idOf, textOf } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'
import type { Scope } from '../scope.ts'
import { HIT_POLICIES, type HitPolicy, type OutputColumns, type RuleOutput, resultOf } from './hit-policies.ts'
import { evaluateExpression } from './literal-expression.ts'

interface Input {
  id: string
  name: string
  expression: CompiledExpression | undefined
}

interface Output {
  id: string
  name: string
  fallback: CompiledExpression | undefined
  priorities: readonly FeelValue[]
}

interface Rule {
  id: string
  index: number
  /** Absent: the cell is empty, any input will do. */
  tests: (CompiledUnaryTests | undefined)[]
  outputs: (CompiledExpression | undefined)[]
}

interface Table {
  inputs: Input[]
  outputs: Output[]
  rules: Rule[]
  columns: OutputColumns
  policy: HitPolicy
  takesFirst: boolean
}

/** Rules of tests and outputs, and the policy for when several match. No match gives the default outputs, or null. */
export function readDecisionTable(element: DmnElement, reader: Reader): Logic {
  const table = readTable(element, reader)
  return {
    decisionType: 'DECISION_TABLE',
    evaluate(scope, record) {
      const matched = matchRules(table, scope, record ?? { evaluatedInputs: [], matchedRules: [] })
      return matched.length === 0 ? defaultOutput(table, scope) : table.policy(matched, table.columns)
    },
  }
}

function readTable(element: DmnElement, reader: Reader): Table {
  const inputs = elementsOf(element, 'input').map(input => readInput(input, reader))
  const clauses = elementsOf(element, 'output')
  const outputs = clauses.map(output => readOutput(output, clauses.length, reader))
  if (outputs.length === 0) reader.report(element, 'Expected at least one output, but found none')
  const rules = elementsOf(element, 'rule').map((rule, position) => readRule(rule, position + 1, reader))
  const hitPolicy = textOf(element, 'hitPolicy') ?? 'UNIQUE'
  return {
    inputs,
    outputs,
    rules,
    columns: { names: outputs.map(({ name }) => name), priorities: outputs.map(({ priorities }) => priorities) },
    policy: readPolicy(element, hitPolicy, outputs.length, reader),
    takesFirst: hitPolicy === 'FIRST',
  }
}

function readPolicy(element: DmnElement, hitPolicy: string, outputs: number, reader: Reader): HitPolicy {
  const aggregation = hitPolicy === 'COLLECT' ? textOf(element, 'aggregation') : undefined
  const name = aggregation === undefined ? hitPolicy : `${hitPolicy} ${aggregation}`
  const policy = Object.hasOwn(HIT_POLICIES, name) ? HIT_POLICIES[name] : undefined
  if (aggregation !== undefined && outputs > 1)
    reader.report(element, `Expected one output to aggregate by ${aggregation}, but found ${outputs}`)
  if (policy) return policy
  reader.report(element, `Expected one of ${Object.keys(HIT_POLICIES).join(', ')}, but found the hit policy '${name}'`)
  return () => null
}

function readInput(input: DmnElement, reader: Reader): Input {
  const expression = elementOf(input, 'inputExpression')
  return {
    id: idOf(input),
    name: textOf(input, 'label') ?? textOf(expression, 'text') ?? '',
    expression: reader.compile(expression, compileExpression),
  }
}

function readOutput(output: DmnElement, count: number, reader: Reader): Output {
  const name = textOf(output, 'name')
  if (name === undefined && count > 1)
    reader.report(output, 'Expected a name, as there are several outputs, but found none')
  const values = reader.compile(elementOf(output, 'outputValues'), text => compileExpression(`[${text}]`))
  const listed = values?.evaluateTyped({ variables: () => undefined, now: () => 0 })
  return {
    id: idOf(output),
    name: name ?? textOf(output, 'label') ?? '',
    fallback: reader.compile(elementOf(output, 'defaultOutputEntry'), compileExpression),
    priorities: listed?.ok && Array.isArray(listed.value) ? listed.value : [],
  }
}

function readRule(rule: DmnElement, index: number, reader: Reader): Rule {
  const outputs = elementsOf(rule, 'outputEntry')
  if (outputs.length === 0) reader.report(rule, 'Expected an output entry, but found none')
  return {
    id: idOf(rule),
    index,
    tests: elementsOf(rule, 'inputEntry').map(entry => reader.compile(entry, compileUnaryTests)),
    outputs: outputs.map(entry => reader.compile(entry, compileExpression)),
  }
}

function matchRules(table: Table, scope: Scope, record: TableRecord): RuleOutput[] {
  const values = table.inputs.map(({ id, name, expression }) => {
    const value = evaluateExpression(expression, scope)
    record.evaluatedInputs.push({ inputId: id, inputName: name, inputValue: toJson(value) })
    return value
  })
  const matched: RuleOutput[] = []
  for (const rule of table.rules) {
    if (!isMatch(rule, values, scope)) continue
    const output = table.outputs.map((_output, column) => evaluateExpression(rule.outputs[column], scope))
    matched.push(output)
    record.matchedRules.push(matchedRule(rule, table.outputs, output))
    if (table.takesFirst) break
  }
  return matched
}

function isMatch(rule: Rule, values: readonly FeelValue[], scope: Scope): boolean {
  return rule.tests.every((tests, column) => {
    if (!tests) return true
    const result = tests.test(values[column] ?? null, scope.context)
    if (!result.ok) throw new DecisionFailure(result.message)
    return result.value === true
  })
}

function matchedRule(rule: Rule, outputs: readonly Output[], values: RuleOutput): MatchedRule {
  return {
    ruleId: rule.id,
    ruleIndex: rule.index,
    evaluatedOutputs: outputs.map(({ id, name }, column) => ({
      outputId: id,
      outputName: name,
      outputValue: toJson(values[column] ?? null),
    })),
  }
}

function defaultOutput({ outputs, columns }: Table, scope: Scope): FeelValue {
  if (outputs.every(({ fallback }) => fallback === undefined)) return null
  return resultOf(
    outputs.map(({ fallback }) => evaluateExpression(fallback, scope)),
    columns,
  )
}
