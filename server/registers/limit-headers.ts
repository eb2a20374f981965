export { type LimitHeaders, namedLimits } from '../bpmn/index.ts'
