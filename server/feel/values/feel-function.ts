import { FeelObject } from './feel-object.ts'
import type { FeelValue } from './feel-value.ts'

/** A function as a value: written in an expression, or handed in by the caller (a business knowledge model). */
export class FeelFunction extends FeelObject {
  readonly resultType = 'FUNCTION'
  readonly typeName = 'function'
  readonly parameters: readonly string[]
  readonly invoke: (args: readonly FeelValue[]) => FeelValue

  constructor(parameters: readonly string[], invoke: (args: readonly FeelValue[]) => FeelValue) {
    super()
    this.parameters = parameters
    this.invoke = invoke
  }

  override toString(): string {
    return `function(${this.parameters.join(', ')})`
  }

  override toJson(): null {
    return null
  }
}
