/** The only door into the protocols: app.ts opens them, the house gives them a gate. */
export { CallRefused } from './call-refused.ts'
export type { Caller, Credentials, Gate, Reader, SearchKind, SearchPage, SearchQuery } from './gate.ts'
export { Gateway } from './gateway.ts'
export { openGrpcGateway } from './grpc/open-grpc-gateway.ts'
export { createRestGateway } from './rest/create-rest-gateway.ts'
