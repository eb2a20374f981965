import { elementOf, extensionOf, type ModdleElement, textOf } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import type { Json, Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { type Expression, readExpression, readOptionalExpression } from '../expression.ts'
import { evaluate, evaluateBoolean } from './expressions.ts'
import { mergeVariables, setLocalVariables } from './variables.ts'

/** What an activity that is done several times says about it. */
export interface Loop {
  isSequential: boolean
  inputCollection: Expression
  /** The variable each inner instance finds its item in. */
  inputElement?: string
  /** The variable, and what each inner instance puts into its slot of it. */
  output?: OutputCollection
  completionCondition?: Expression
}

/** A list that inner instances fill: one slot each, or one item added by each. */
export interface OutputCollection {
  collection: string
  element: Expression
  /** The variable that `element` is, or is a part of; absent when it is computed. */
  elementName?: string
}

/** Reads the loop characteristics of an activity; undefined when it is done once. The standard loop marker is ignored, as Zeebe does. */
export function readLoop(source: ModdleElement): Loop | undefined {
  const characteristics = elementOf(source, 'loopCharacteristics')
  if (characteristics?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined
  const loop = extensionOf(characteristics, 'zeebe:LoopCharacteristics')
  const inputElement = textOf(loop, 'inputElement')
  const output = readOutputCollection(loop)
  const completionCondition = readCondition(characteristics)
  return {
    isSequential: characteristics.isSequential === true,
    inputCollection: readExpression(textOf(loop, 'inputCollection') ?? ''),
    ...(inputElement && { inputElement }),
    ...(output && { output }),
    ...(completionCondition && { completionCondition }),
  }
}

/** Reads `outputCollection` and `outputElement`; they stand together or not at all. */
export function readOutputCollection(source: ModdleElement | undefined): OutputCollection | undefined {
  const collection = textOf(source, 'outputCollection')
  const element = readOptionalExpression(textOf(source, 'outputElement'))
  if (!collection || !element) return undefined
  const elementName = variableOf(element.text)
  return { collection, element, ...(elementName !== undefined && { elementName }) }
}

/** Reads a `completionCondition`, of a loop or of an ad-hoc sub-process. */
export function readCondition(source: ModdleElement): Expression | undefined {
  return readOptionalExpression(textOf(elementOf(source, 'completionCondition'), 'body')?.trim())
}

/** What an inner instance has of its own from the start: its item, its number, and the variable it is to put its result into (ENGINE M5). */
export function setLoopVariables(execution: Execution, { inputElement, output }: Loop, bodyKey: Key, key: Key): void {
  const loopCounter = execution.element(key).loopCounter!
  const variables: Variables = {}
  if (inputElement !== undefined) variables[inputElement] = execution.state.collections[bodyKey]![loopCounter - 1]!
  const result = output?.elementName
  if (result !== undefined && result !== inputElement) variables[result] = null
  setLocalVariables(execution, key, { ...variables, loopCounter })
}

/** Puts the result of an inner instance into its slot. @throws Failure when somebody made the list something else (ENGINE M6). */
export function fillSlot(execution: Execution, output: OutputCollection, bodyKey: Key, key: Key): void {
  const { collection } = output
  const item = resultOf(execution, output, key)
  const position = execution.element(key).loopCounter!
  const list = listOf(execution, output, bodyKey)
  if (position > list.length)
    throw unableToUpdate(
      `'${collection}' at position ${position} because the size of the collection is: ${list.length}`,
      bodyKey,
    )
  setLocalVariables(execution, bodyKey, { [collection]: list.with(position - 1, item) })
}

/** Adds the result of what was done inside a scope to the scope's list. @throws Failure as `fillSlot` does */
export function addItem(execution: Execution, output: OutputCollection, scopeKey: Key, key: Key): void {
  const item = resultOf(execution, output, key)
  setLocalVariables(execution, scopeKey, {
    [output.collection]: [...listOf(execution, output, scopeKey), item],
  })
}

/** The list goes on to whoever sees the scope. */
export function propagateOutput(execution: Execution, output: OutputCollection | undefined, key: Key): void {
  const list = output && execution.state.variables[key]?.[output.collection]
  if (list) mergeVariables(execution, execution.element(key).flowScopeKey!, { [output.collection]: list.value })
}

/** Whether enough inner instances are done. Counters are seen by this condition alone; they are no variables (ENGINE M7, F6). */
export function isEnough(execution: Execution, { definition }: ExecutableNode<Loop>, bodyKey: Key, key: Key): boolean {
  const condition = definition.completionCondition
  if (!condition) return false
  const { loopCounter = 0, completed = 0, terminated = 0 } = execution.element(bodyKey)
  return evaluateBoolean(execution, condition, key, {
    numberOfInstances: loopCounter,
    numberOfActiveInstances: loopCounter - completed - terminated,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: terminated,
  })
}

/** The variable a FEEL name or path begins with. */
function variableOf(feel: string): string | undefined {
  const [, name] = /^([\p{L}_][\p{L}\p{N}_]*)(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*$/u.exec(feel) ?? []
  return name === undefined || ['null', 'true', 'false'].includes(name) ? undefined : name
}

function resultOf(execution: Execution, { element }: OutputCollection, key: Key): Json {
  return element.feel ? evaluate(execution, element, key).json : element.text
}

function listOf(execution: Execution, { collection }: OutputCollection, scopeKey: Key): Json[] {
  const list = execution.state.variables[scopeKey]?.[collection]?.value ?? null
  if (Array.isArray(list)) return list
  throw unableToUpdate(`'${collection}' because the type of the output collection is: ${typeName(list)}`, scopeKey)
}

function unableToUpdate(what: string, scopeKey: Key): Failure {
  return new Failure(
    'EXTRACT_VALUE_ERROR',
    `Unable to update an item in output collection ${what}. This may happen when multiple BPMN elements write to the same variable.`,
    scopeKey,
  )
}

/** As Zeebe names the types of stored values. */
function typeName(value: Json): string {
  if (value === null) return 'NIL'
  if (typeof value === 'object') return 'MAP'
  if (typeof value === 'number') return Number.isInteger(value) ? 'INTEGER' : 'FLOAT'
  return typeof value === 'string' ? 'STRING' : 'BOOLEAN'
}
