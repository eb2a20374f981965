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

/** Its tasks whose limit holds whatever the case, as `<process>/<task>`. */
export async function tasksWithLimit(processDefinitionId: string): Promise<string[]> {
  const { userTasks } = readProcessVocabulary(await parsed(processDefinitionId)).processes[0]!
  // A start that may be `false` says that the limit does not apply.
  const always = userTasks.filter(({ limit, limitStart }) => limit !== undefined && !/\bfalse\b/.test(limitStart ?? ''))
  return always.map(({ id }) => `${processDefinitionId}/${id}`)
}

async function parsed(processDefinitionId: string) {
  return parseBpmn(await readFile(`workflows/${processDefinitionId}/${processDefinitionId}.bpmn`, 'utf8'))
}
