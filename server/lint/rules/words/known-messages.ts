import { elementsOf, extensionOf, type FlowNode, textOf } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { constantOf, feelOf, inputsOf, messageOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Messages and signals, sent and awaited, have names of the catalogue. */
export const knownMessages: Rule = {
  id: 'known-messages',
  severity: 'error',
  title: { zh: '消息名在消息目录里', en: 'Messages are in the catalogue' },
  doc: {
    why: '发出的和等待的名字差一个字，消息就谁也收不到，流程一直等下去。',
    mend: '改用消息目录里的名字；确是新的，先请维护人员把它列入消息目录，发出方与接收方用同一个名字。',
  },
  check: findUnknown,
}

function findUnknown(model: ProcedureModel): Finding[] {
  const { nodes, words, known } = model
  const awaited = nodes.flatMap(node => named(node.id, messageOf(node)))
  const sent = nodes.flatMap(node => named(node.id, sentBy(node)))
  const asked = words.properties.requests.flatMap(({ message }) => named(words.id, message))
  return [...awaited, ...sent, ...asked]
    .filter(({ name }) => feelOf(name) === undefined && !known.messages.has(name))
    .map(({ elementId, name }) => ({
      elementId,
      message: { zh: `消息目录里没有“${name}”。`, en: `The catalogue has no message “${name}”.` },
    }))
}

const named = (elementId: string, name: string | undefined) => (name === undefined ? [] : [{ elementId, name }])

/** What a `publish-message` job sends, where the name is a constant. */
function sentBy(node: FlowNode): string | undefined {
  if (textOf(extensionOf(node.source, 'zeebe:TaskDefinition'), 'type') !== 'publish-message') return undefined
  if (elementsOf(node.source, 'eventDefinitions').length > 0) return undefined
  return constantOf(inputsOf(node).find(({ target }) => target === 'messageName')?.source)
}
