import type { House } from './house.ts'

interface Event {
  eventDefinitions?: { messageRef?: { name?: string } }[]
}

/** Whether a procedure that is deployed today begins with a message of this name: else a request for it is heard by nobody. */
export async function beginsByMessage({ definitions, diagrams }: House, message: string): Promise<boolean> {
  for (const { processDefinitionKey } of definitions.latest()) {
    const { graph } = await diagrams.get(processDefinitionKey)
    for (const { type, scopeId, source } of graph.nodes.values()) {
      if (type !== 'bpmn:StartEvent' || scopeId !== graph.id) continue
      const { eventDefinitions = [] } = source as Event
      if (eventDefinitions.some(({ messageRef }) => messageRef?.name === message)) return true
    }
  }
  return false
}
