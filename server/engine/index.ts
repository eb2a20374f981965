/** The only door into the engine. */
export { type BatchItem, type BatchOperation, type BatchReport, runBatchOperation } from './batch-operation.ts'
export type * from './process-engine.ts'
export type * from './protocol/commands.ts'
export {
  BpmnError,
  CommandRejected,
  type ErrorType,
  type RejectionDetail,
  type RejectionType,
} from './protocol/errors.ts'
export type * from './protocol/records.ts'
