import { adHocSubProcess } from './ad-hoc-sub-process.ts'
import { boundaryEvent } from './boundary-event.ts'
import { businessRuleTask } from './business-rule-task.ts'
import { callActivity } from './call-activity.ts'
import type { Element } from './element.ts'
import { endEvent } from './end-event.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { intermediateCatchEvent } from './intermediate-catch-event.ts'
import { intermediateThrowEvent } from './intermediate-throw-event.ts'
import { jobTask } from './job-task.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { passingTask } from './passing.ts'
import { receiveTask } from './receive-task.ts'
import { scope } from './scope.ts'
import { scriptTask } from './script-task.ts'
import { startEvent } from './start-event.ts'
import { userTask } from './user-task.ts'

/** Every element the engine executes, by its name in BPMN. A new one is one file and one line. */
export const elements: Record<string, Element> = {
  'bpmn:Process': scope('PROCESS'),
  'bpmn:SubProcess': scope('SUB_PROCESS'),
  'bpmn:AdHocSubProcess': adHocSubProcess,
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': intermediateCatchEvent,
  'bpmn:IntermediateThrowEvent': intermediateThrowEvent,
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:UserTask': userTask,
  'bpmn:ServiceTask': jobTask('SERVICE_TASK'),
  'bpmn:SendTask': jobTask('SEND_TASK'),
  'bpmn:ScriptTask': scriptTask,
  'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:CallActivity': callActivity,
  'bpmn:ManualTask': passingTask('MANUAL_TASK'),
  'bpmn:Task': passingTask('TASK'),
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:InclusiveGateway': inclusiveGateway,
  'bpmn:EventBasedGateway': eventBasedGateway,
}
