/** One thing wrong with a .dmn file, with the element it is about. */
export interface DecisionProblem {
  elementId: string
  message: string
}

/** The file cannot be used; every problem found is listed. */
export class InvalidDecisions extends Error {
  override readonly name = 'InvalidDecisions'
  readonly problems: readonly DecisionProblem[]

  constructor(problems: readonly DecisionProblem[]) {
    super(problems.map(({ elementId, message }) => `${elementId}: ${message}`).join('\n'))
    this.problems = problems
  }
}
