import { type Command, CommandRejected } from '../../engine/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'

/** A command as it goes on, and why it must not. */
interface Named {
  command: Command
  objection?: CommandRejected
}

/**
 * A message that begins a procedure, with the name of its business: where nobody gave one it is the key of the message, by
 * which whoever sent it will ask again. Without a key either, nothing could be said to the procedure afterwards, so it is
 * refused. Anything else is as it was.
 */
export async function withBusinessKey(house: House, command: Command): Promise<Named> {
  if (command.type !== 'PUBLISH_MESSAGE' && command.type !== 'CORRELATE_MESSAGE') return { command }
  const { name, correlationKey, variables = {} } = command
  const latest = house.definitions.latest()
  const diagrams = await Promise.all(latest.map(each => house.diagrams.get(each.processDefinitionKey)))
  const begun = diagrams.filter(diagram => beginsWith(diagram, name)).flatMap(diagram => bizKeyOf(diagram) ?? [])
  const missing = begun.filter(each => isAbsent(variables[each]))
  if (missing.length === 0) return { command }
  if (correlationKey !== '')
    return { command: { ...command, variables: { ...variables, ...named(missing, correlationKey) } } }
  const [first] = missing
  const expected = `Expected '${name}', which begins a procedure, to have a key or the variable '${first}', found neither`
  return { command, objection: new CommandRejected('INVALID_ARGUMENT', expected) }
}

const named = (names: readonly string[], key: string) => Object.fromEntries(names.map(name => [name, key]))
const isAbsent = (value: unknown) => value === undefined || value === null || value === ''

function bizKeyOf({ words }: Diagram): string | undefined {
  return /^=?\s*([A-Za-z_]\w*)$/.exec(words.properties.bizKey ?? '')?.[1]
}

/** Whether the process itself begins with the message; the start of an event sub-process is heard by what runs. */
function beginsWith({ graph }: Diagram, message: string): boolean {
  return [...graph.nodes.values()].some(({ source, type, scopeId }) => {
    if (type !== 'bpmn:StartEvent' || scopeId !== graph.id) return false
    const { eventDefinitions = [] } = source as { eventDefinitions?: { messageRef?: { name?: string } }[] }
    return eventDefinitions.some(({ messageRef }) => messageRef?.name === message)
  })
}
