import { readFile } from 'node:fs/promises'
import { evaluateDecision, parseDecisions } from '../../server/dmn/index.ts'
import type { Json, Variables } from '../../server/engine/index.ts'

/** What a shipped decision table answers; its file is called by the decision. @throws Error when it fails */
export async function decided(folder: string, decisionId: string, variables: Variables): Promise<Json> {
  const model = await parseDecisions(await readFile(`workflows/${folder}/${decisionId}.dmn`, 'utf8'))
  const context = { variables: (name: string) => variables[name], now: () => 0, zone: 'Asia/Shanghai' }
  const { output, failure } = evaluateDecision(model, decisionId, context)
  if (failure) throw new Error(failure.message)
  return output
}
