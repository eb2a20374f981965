import { fileURLToPath } from 'node:url'
import {
  type ChannelOptions,
  type Client,
  credentials,
  loadPackageDefinition,
  Metadata,
  type ServiceClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'

const PROTO_FOLDER = fileURLToPath(new URL('../../server/engine/gateway/grpc/proto', import.meta.url))

/** Calls that zeebe-node has no method for, or that carry a token. */
export interface RawClient {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  call(name: string, request: object): Promise<any>
  /** A call with many answers; the stream is read by its events. */
  stream(name: string, request: object): NodeJS.EventEmitter & { cancel(): void }
  close(): void
}

type Caller = Record<
  string,
  (
    request: object,
    metadata: Metadata,
    done?: (error: ServiceError | null, answer: unknown) => void,
  ) => NodeJS.EventEmitter & { cancel(): void }
>

export function rawClient(
  port: number,
  token?: string,
  headers: Record<string, string> = {},
  options: ChannelOptions = {},
): RawClient {
  const loaded = loadSync('gateway.proto', {
    includeDirs: [PROTO_FOLDER],
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
  })
  const { gateway_protocol } = loadPackageDefinition(loaded) as unknown as {
    gateway_protocol: { Gateway: ServiceClientConstructor }
  }
  const client: Client = new gateway_protocol.Gateway(`127.0.0.1:${port}`, credentials.createInsecure(), options)
  const calls = client as unknown as Caller
  const metadata = new Metadata()
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`)
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value)
  return {
    call: (name, request) =>
      new Promise((resolve, reject) => {
        calls[name]!(request, metadata, (error, answer) => (error ? reject(error) : resolve(answer)))
      }),
    stream: (name, request) => calls[name]!(request, metadata),
    close: () => client.close(),
  }
}

/** The code and message with which a call is refused. @throws Error when it is not */
export async function refusal(call: Promise<unknown>): Promise<{ code: number; details: string }> {
  const outcome = await call.then(
    () => undefined,
    (error: ServiceError) => ({ code: error.code, details: error.details ?? error.message }),
  )
  if (!outcome) throw new Error('Expected the call to be refused, but it was not')
  return outcome
}
