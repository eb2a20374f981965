import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { IntakeClient, IntakeMatter } from './answers/intake.ts'
import type { Page } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()

/** What a new program is registered with. */
export type NewIntakeClient = Pick<IntakeClient, 'clientId' | 'name'> & { source: 'hotline12345' | 'cityPlatform' }

/** The questions and acts on what programs outside hand in. */
export const intakeOf = (server: Server) => ({
  intakeMatters: (query: { after?: string }, signal?: Signal): Promise<Page<IntakeMatter>> =>
    read(server['intake-matters'].$get({ query }, until(signal))),
  intakeClients: async (signal?: Signal): Promise<IntakeClient[]> =>
    (await read(server['intake-clients'].$get({}, until(signal)))).items,
  letIn: async (json: NewIntakeClient): Promise<string> =>
    (await read(server['intake-clients'].$post({ json }))).secret,
  shutOut: async (clientId: string, reason: string): Promise<void> =>
    void (await server['intake-clients'][':clientId'].revocation.$post({ param: { clientId }, json: { reason } })),
})
