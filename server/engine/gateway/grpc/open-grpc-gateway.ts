import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  loadPackageDefinition,
  type Metadata,
  Server,
  ServerCredentials,
  type ServiceClientConstructor,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { CallRefused, type RefusalCode } from '../call-refused.ts'
import { isForwarded } from '../forwarded.ts'
import type { Gateway } from '../gateway.ts'
import type { Call, UnaryCall } from './call.ts'
import { instanceCalls } from './instance-calls.ts'
import { jobCalls } from './job-calls.ts'
import { jobStreams, type StreamCall } from './job-streams.ts'
import { messageCalls } from './message-calls.ts'
import { resourceCalls } from './resource-calls.ts'
import { topologyCalls } from './topology.ts'

/** As a Zeebe gateway has it. */
const LARGEST_MESSAGE = 4 * 1024 * 1024
/** Who does not answer a ping so often sent is gone, and takes no more jobs. */
const KEEPALIVE_MS = 60_000
/** After this a call that is still under way is cut off, ms. */
const STOP_PATIENCE_MS = 2000

/** Every call with one answer. A new one is a line in its group. */
const unaryCalls = { ...topologyCalls, ...resourceCalls, ...instanceCalls, ...jobCalls, ...messageCalls }

export interface GrpcGatewayOptions {
  gateway: Gateway
  /** `host:port`; port 0 takes any free one. */
  address: string
  /** Folder of the proto files. */
  protoFolder: string
  /** Faults of ours; the client learns only that there was one. */
  onError(error: unknown): void
}

/** Listens for Zeebe clients, without TLS: beyond this machine a proxy has to add it. */
export async function openGrpcGateway(options: GrpcGatewayOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
  })
  const services = servicesOf(options.protoFolder)
  server.addService(services.gateway, implementation(options))
  server.addService(services.health, health)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(options.address, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    )
  })
  return {
    port,
    close: () =>
      new Promise(resolve => {
        options.gateway.close()
        const cutOff = setTimeout(() => server.forceShutdown(), STOP_PATIENCE_MS)
        server.tryShutdown(() => {
          clearTimeout(cutOff)
          resolve()
        })
      }),
  }
}

const LOADING = { keepCase: true, longs: String, enums: String, defaults: true, arrays: true, oneofs: true } as const

interface Services {
  gateway_protocol: { Gateway: ServiceClientConstructor }
  grpc: { health: { v1: { Health: ServiceClientConstructor } } }
}

function servicesOf(protoFolder: string): { gateway: ServiceDefinition; health: ServiceDefinition } {
  const loaded = loadSync(['gateway.proto', 'health.proto'], { ...LOADING, includeDirs: [protoFolder] })
  const { gateway_protocol, grpc } = loadPackageDefinition(loaded) as unknown as Services
  return { gateway: gateway_protocol.Gateway.service, health: grpc.health.v1.Health.service }
}

/** Whoever asks gets an answer only while there is somebody to serve him. */
const health: UntypedServiceImplementation = {
  Check: ((_call, reply) => reply(null, { status: 'SERVING' })) satisfies handleUnaryCall<object, object>,
}

function implementation(options: GrpcGatewayOptions): UntypedServiceImplementation {
  const unary = Object.entries(unaryCalls).map(([name, call]) => [name, answerOnce(options, call as UnaryCall<object>)])
  const streams = Object.entries(jobStreams).map(([name, call]) => [
    name,
    answerMany(options, call as unknown as StreamCall<object>),
  ])
  return Object.fromEntries([...unary, ...streams]) as UntypedServiceImplementation
}

function answerOnce(options: GrpcGatewayOptions, answer: UnaryCall<object>): handleUnaryCall<object, object> {
  return (call, reply) => {
    Promise.resolve()
      .then(() => answer(admitted(options, call), call.request))
      .then(
        answer => reply(null, answer),
        error => reply(statusOf(error, options)),
      )
  }
}

function answerMany(
  options: GrpcGatewayOptions,
  answer: StreamCall<object>,
): handleServerStreamingCall<object, object> {
  return stream => {
    Promise.resolve()
      .then(() => answer(admitted(options, stream), stream))
      .then(
        () => stream.end(),
        error => stream.emit('error', statusOf(error, options)),
      )
  }
}

interface Incoming {
  metadata: Metadata
  getPeer(): string
  getHost(): string
  once(event: 'cancelled', listener: () => void): unknown
}

function admitted({ gateway }: GrpcGatewayOptions, call: Incoming): Call {
  const { metadata } = call
  const caller = gateway.gate.admit({
    token: /^Bearer (.+)$/i.exec(String(metadata.get('authorization')[0] ?? ''))?.[1],
    address: hostOf(call.getPeer()),
    hostname: bracketed(hostOf(call.getHost())),
    isForwarded: isForwarded(header => metadata.get(header).length > 0),
    via: 'grpc',
  })
  return { gateway, caller, patience: { onGone: listener => void call.once('cancelled', listener) } }
}

/** The host of `host:port`, without the brackets of an IPv6 address. */
function hostOf(place: string): string {
  return /^\[?([^\]]*?)\]?:\d+$/.exec(place)?.[1] ?? place
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

const STATUS: Readonly<Record<RefusalCode, number>> = {
  NOT_FOUND: status.NOT_FOUND,
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  INVALID_STATE: status.FAILED_PRECONDITION,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  FORBIDDEN: status.PERMISSION_DENIED,
  EXCEEDED_BATCH_RECORD_SIZE: status.INVALID_ARGUMENT,
  UNAUTHENTICATED: status.UNAUTHENTICATED,
  RESOURCE_EXHAUSTED: status.RESOURCE_EXHAUSTED,
  DEADLINE_EXCEEDED: status.DEADLINE_EXCEEDED,
}

function statusOf(error: unknown, { onError }: GrpcGatewayOptions): { code: number; details: string } {
  if (error instanceof CallRefused) return { code: STATUS[error.code], details: error.message }
  onError(error)
  return { code: status.INTERNAL, details: 'Unexpected error occurred during the request processing' }
}
