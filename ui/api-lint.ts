import type { KnownData } from '../server/lint/index.ts'
import { ask } from './request.ts'

/** What the rules ask beside a draft: roles, limits, articles in force, who works here today. */
export async function knownBeside(signal?: AbortSignal): Promise<KnownData> {
  const answer = await ask('/api/process-definitions/known', signal ? { signal } : {})
  return (await answer.json()) as KnownData
}
