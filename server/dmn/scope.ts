import type { FeelContext, FeelValue } from '../feel/index.ts'

/** The names an expression of a model can use: those bound in the model over those of the caller. */
export class Scope {
  /** For the evaluation of a FEEL expression. */
  readonly context: FeelContext

  constructor(context: FeelContext) {
    this.context = context
  }

  /** The value of a name; undefined when there is none. */
  find(name: string): FeelValue | undefined {
    return this.context.variables(name) as FeelValue | undefined
  }

  /** A scope with more names; these hide the ones outside. */
  with(values: ReadonlyMap<string, FeelValue>): Scope {
    const outer = this.context.variables
    return new Scope({
      ...this.context,
      variables: name => (values.has(name) ? values.get(name) : outer(name)),
    })
  }
}
