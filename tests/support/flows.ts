import { readFile } from 'node:fs/promises'
import { parseBpmn, processesOf, readProcessGraph } from '../../server/bpmn/index.ts'

/** The ids of every sequence flow of a shipped procedure. */
export async function flowsIn(processDefinitionId: string): Promise<string[]> {
  const xml = await readFile(`workflows/${processDefinitionId}/${processDefinitionId}.bpmn`, 'utf8')
  const { nodes } = readProcessGraph(processesOf(await parseBpmn(xml))[0]!)
  return [...nodes.values()].flatMap(({ outgoing }) => outgoing.map(({ id }) => id))
}
