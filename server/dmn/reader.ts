import { FeelSyntaxError } from '../feel/index.ts'
import type { Logic } from './decision-model.ts'
import { type DmnElement, elementsOf, idOf, textOf } from './dmn-element.ts'
import type { DecisionProblem } from './invalid-decisions.ts'

/** One .dmn file being read: collects what is wrong instead of stopping at the first. */
export class Reader {
  readonly problems: DecisionProblem[] = []
  readonly readLogic: (element: DmnElement, reader: Reader) => Logic

  constructor(readLogic: (element: DmnElement, reader: Reader) => Logic) {
    this.readLogic = readLogic
  }

  report(element: DmnElement, message: string): void {
    this.problems.push({ elementId: idOf(element), message })
  }

  /** Compiles the text of an expression element; reports what cannot be parsed. Undefined when there is no text. */
  compile<T>(element: DmnElement | undefined, compile: (text: string) => T): T | undefined {
    const text = textOf(element, 'text')
    if (!element || text === undefined) {
      if (element?.text === '' && isExpression(element))
        this.report(element, 'Expected an expression (`null` for nothing), but found an empty text')
      return undefined
    }
    const language = textOf(element, 'expressionLanguage')
    if (language !== undefined && !/feel/i.test(language)) {
      this.report(element, `Expected an expression in FEEL, but found one in '${language}'`)
    }
    try {
      return compile(text)
    } catch (error) {
      if (!(error instanceof FeelSyntaxError)) throw error
      this.report(element, `FEEL expression: ${error.message}`)
      return undefined
    }
  }

  /** The boxed expression of an element; reports its absence. */
  logic(owner: DmnElement, element: DmnElement | undefined): Logic {
    if (element) return this.readLogic(element, this)
    this.report(owner, 'Expected a decision table or an expression, but found none')
    return { decisionType: 'UNKNOWN', evaluate: () => null }
  }

  /** The ids of the elements of this file that requirements point to; reports what points elsewhere. */
  references(requirements: readonly DmnElement[], property: string): string[] {
    return requirements.flatMap(requirement => {
      const href = textOf(requirement[property] as DmnElement | undefined, 'href')
      if (href === undefined) return []
      if (href.startsWith('#')) return [href.slice(1)]
      this.report(requirement, `Expected a reference into this file, but found '${href}'`)
      return []
    })
  }

  /** The child elements with their names; reports those without. */
  named(elements: readonly DmnElement[]): { element: DmnElement; name: string }[] {
    return elements.flatMap(element => {
      const name = textOf(element, 'name')
      if (name !== undefined) return [{ element, name }]
      this.report(element, 'Expected a name, but found none')
      return []
    })
  }
}

/** An empty cell of inputs takes everything, an empty list of values lists nothing; anything else must say something. */
function isExpression({ $type }: DmnElement): boolean {
  return $type === 'dmn:LiteralExpression'
}

/** The parameters of a function element. */
export function readParameters(element: DmnElement, reader: Reader) {
  return reader.named(elementsOf(element, 'formalParameter')).map(({ element: parameter, name }) => {
    const type = textOf(parameter, 'typeRef')
    return type === undefined ? { name } : { name, type }
  })
}
