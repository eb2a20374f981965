import type { Caller } from '../gate.ts'
import type { Gateway } from '../gateway.ts'
import type { Patience } from '../waiting-room.ts'

/** One call of an admitted client. */
export interface Call {
  gateway: Gateway
  caller: Caller
  patience: Patience
}

/** A call with one answer. Requests are as the proto files have them: int64 as text, absent fields as their defaults. */
export type UnaryCall<Request> = (call: Call, request: Request) => Promise<object>
