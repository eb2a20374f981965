import { readFile } from 'node:fs/promises'
import {
  type ProcessGraph,
  parseBpmn,
  processesOf,
  readProcessGraph,
  readProcessVocabulary,
} from '../../server/bpmn/index.ts'

/** What a shipped procedure draws. */
export async function graphOf(processDefinitionId: string): Promise<ProcessGraph> {
  return readProcessGraph(processesOf(await parsed(processDefinitionId))[0]!)
}

/** The variable by which a procedure names its business: `reviewId`. */
export async function businessVariable(processDefinitionId: string): Promise<string> {
  const words = readProcessVocabulary(await parsed(processDefinitionId)).processes[0]!
  return words.properties.bizKey ?? ''
}

async function parsed(processDefinitionId: string) {
  return parseBpmn(await readFile(`workflows/${processDefinitionId}/${processDefinitionId}.bpmn`, 'utf8'))
}
