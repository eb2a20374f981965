import { elementOf, type ModdleElement, textOf } from '../moddle.ts'
import { attribute } from './diagram.ts'
import { when } from './problem.ts'

type Named = 'Message' | 'Signal'

/** Who catches must be clear: no message or signal twice, of each error and escalation code one catcher, and one for all others. */
export function distinctCatchers(definitions: ModdleElement[]): string[] {
  return [
    ...distinctNames(definitions),
    ...distinctCodes(definitions, 'Escalation', 'escalation'),
    ...distinctCodes(definitions, 'Error', 'error'),
  ]
}

/** No message and no signal twice. */
export function distinctNames(definitions: ModdleElement[]): string[] {
  return (['Message', 'Signal'] as const).flatMap(kind =>
    repeated(namesOf(definitions, kind)).map(
      name => `Multiple ${kind.toLowerCase()} event definitions with the same name '${name}' are not allowed.`,
    ),
  )
}

/** Texts that stand there more than once. */
export function repeated(texts: string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
}

function namesOf(definitions: ModdleElement[], kind: Named): string[] {
  const reference = `${kind.toLowerCase()}Ref`
  return ofKind(definitions, kind).flatMap(each => attribute(elementOf(each, reference), 'name') ?? [])
}

function distinctCodes(
  definitions: ModdleElement[],
  kind: 'Error' | 'Escalation',
  word: 'error' | 'escalation',
): string[] {
  const referenced = ofKind(definitions, kind).map(each => elementOf(each, `${word}Ref`))
  const codes = referenced.flatMap(each => (each ? [textOf(each, `${word}Code`) || undefined] : []))
  const catchAll = `The same scope can not contain more than one ${word} catch event without ${word} code. An ${word} catch event without ${word} code catches all ${word}s.`
  return [
    ...when(referenced.filter(each => each === undefined).length > 1, catchAll),
    ...when(codes.filter(code => code === undefined).length > 1, catchAll),
    ...repeated(codes.filter(code => code !== undefined)).map(
      code => `Multiple ${word} catch events with the same ${word} code '${code}' are not supported on the same scope.`,
    ),
  ]
}

function ofKind(definitions: ModdleElement[], kind: string): ModdleElement[] {
  return definitions.filter(({ $type }) => $type === `bpmn:${kind}EventDefinition`)
}
