import type { Context } from 'hono'
import { CallRefused, type RefusalCode } from '../call-refused.ts'
import { isForwarded } from '../forwarded.ts'
import { GATEWAY_VERSION, type Gateway } from '../gateway.ts'
import { placeOf } from '../place.ts'
import { clockRoutes } from './clock.ts'
import { restRoutes } from './environment.ts'
import { jobRoutes } from './jobs.ts'
import { messageRoutes } from './messages.ts'
import { processInstanceRoutes } from './process-instances.ts'
import { resourceRoutes } from './resources.ts'
import { searchRoutes } from './searches.ts'
import { userTaskRoutes } from './user-tasks.ts'

/** Names the signed-in person for whom a client calls: the token of that person's session. */
const PERSON_HEADER = 'x-person-token'

export interface RestGatewayOptions {
  gateway: Gateway
  /** Address at the other end of the line. */
  addressOf(c: Context): string
  /** Faults of ours; the client learns only that there was one. */
  onError(error: unknown): void
}

/** The REST API of Camunda 8, version 2, as far as this engine answers it; to be mounted under `/v2`. */
export function createRestGateway({ gateway, addressOf, onError }: RestGatewayOptions) {
  const api = restRoutes()
  api.use(async (c, next) => {
    const caller = gateway.gate.admit({
      token: /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1],
      personToken: c.req.header(PERSON_HEADER),
      address: addressOf(c),
      hostname: new URL(c.req.url).hostname,
      isForwarded: isForwarded(header => c.req.header(header) !== undefined),
      via: 'rest',
    })
    c.set('gateway', gateway)
    c.set('caller', caller)
    await next()
  })
  api.get('/topology', c => c.json(topology(gateway.address)))
  for (const group of [
    processInstanceRoutes,
    resourceRoutes,
    jobRoutes,
    messageRoutes,
    userTaskRoutes,
    searchRoutes,
    clockRoutes,
  ])
    api.route('/', group)
  api.all('/*', c => {
    throw new CallRefused('NOT_FOUND', `There is no ${c.req.method} ${c.req.path}`)
  })
  api.onError((error, c) => {
    if (!(error instanceof CallRefused)) onError(error)
    const { code, message } =
      error instanceof CallRefused
        ? error
        : { code: 'INTERNAL_SERVER_ERROR' as const, message: 'Unexpected error occurred during the request processing' }
    const status = STATUS[code]
    const problem = { type: 'about:blank', title: code, status, detail: message, instance: c.req.path }
    return c.json(problem, status as 500, { 'content-type': 'application/problem+json' })
  })
  return api
}

const STATUS: Readonly<Record<RefusalCode | 'INTERNAL_SERVER_ERROR', number>> = {
  NOT_FOUND: 404,
  INVALID_ARGUMENT: 400,
  INVALID_STATE: 409,
  ALREADY_EXISTS: 409,
  FORBIDDEN: 403,
  EXCEEDED_BATCH_RECORD_SIZE: 400,
  UNAUTHENTICATED: 401,
  RESOURCE_EXHAUSTED: 429,
  DEADLINE_EXCEEDED: 504,
  INTERNAL_SERVER_ERROR: 500,
}

function topology(address: string) {
  const partition = { partitionId: 1, role: 'leader', health: 'healthy' }
  return {
    brokers: [{ nodeId: 0, ...placeOf(address), partitions: [partition], version: GATEWAY_VERSION }],
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion: GATEWAY_VERSION,
    lastCompletedChangeId: '',
  }
}
