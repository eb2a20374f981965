import { compileExpression, FeelSyntaxError } from '../../feel/index.ts'
import { elementsOf, extensionOf, type ModdleElement, textOf } from '../moddle.ts'
import { type DiagramProblem, eachNode, extensionPath, when } from './problem.ts'

const TARGET = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/

/** Attributes that may be FEEL, by the extension element that has them. */
const ATTRIBUTES: Record<string, string[]> = {
  'zeebe:TaskDefinition': ['type', 'retries'],
  'zeebe:AssignmentDefinition': ['assignee', 'candidateGroups', 'candidateUsers'],
  'zeebe:TaskSchedule': ['dueDate', 'followUpDate'],
  'zeebe:PriorityDefinition': ['priority'],
  'zeebe:FormDefinition': ['formId', 'externalReference'],
  'zeebe:CalledDecision': ['decisionId'],
  'zeebe:Script': ['expression'],
}

/** Whatever is FEEL in the extension elements must be FEEL. */
export const extensionExpressions = eachNode(({ id, source }) =>
  Object.entries(ATTRIBUTES).flatMap(([type, names]) =>
    names.flatMap(name => syntaxProblems(textOf(extensionOf(source, type), name), extensionPath(id, partName(type)))),
  ),
)

/** Mappings need an expression to take from and a path to put it to. */
export const mappings = eachNode(({ id, source }) => {
  const mapping = extensionOf(source, 'zeebe:IoMapping')
  return (['inputParameters', 'outputParameters'] as const).flatMap(list =>
    elementsOf(mapping, list).flatMap(each =>
      mappingProblems(id, each, list === 'inputParameters' ? 'input' : 'output'),
    ),
  )
})

/** What is wrong with a text that may be FEEL (`=…`). */
export function syntaxProblems(text: string | undefined, element: string): DiagramProblem[] {
  if (!text?.startsWith('=')) return []
  const source = text.slice(1).trim()
  try {
    compileExpression(source)
    return []
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
    return [{ element, message: `failed to parse expression '${source}': ${error.message}` }]
  }
}

/** `zeebe:TaskDefinition` is `taskDefinition` in reports. */
function partName(type: string): string {
  const name = type.replace('zeebe:', '')
  return name[0]!.toLowerCase() + name.slice(1)
}

function mappingProblems(id: string, mapping: ModdleElement, part: string): DiagramProblem[] {
  const element = extensionPath(id, 'ioMapping', part)
  const target = textOf(mapping, 'target') ?? ''
  const pattern = `Expected path expression '${target}' but doesn't match the pattern '${TARGET.source.slice(1, -1)}'.`
  return [
    ...syntaxProblems(textOf(mapping, 'source'), element),
    ...when(target === '', element, 'Expected path expression but not found.'),
    ...when(target !== '' && !TARGET.test(target), element, pattern),
  ]
}
