/** What the parts of a diagram are called: BPMN's name and the word the full text begins their paragraph with. */
export const kinds = [
  ['bpmn:UserTask', '人工环节'],
  ['bpmn:ServiceTask', '系统环节'],
  ['bpmn:ScriptTask', '计算环节'],
  ['bpmn:BusinessRuleTask', '查表环节'],
  ['bpmn:SendTask', '发送环节'],
  ['bpmn:ReceiveTask', '等候环节'],
  ['bpmn:ManualTask', '线下环节'],
  ['bpmn:Task', '空环节'],
  ['bpmn:CallActivity', '调用'],
  ['bpmn:SubProcess', '子流程'],
  ['bpmn:AdHocSubProcess', '任选子流程'],
  ['bpmn:Transaction', '事务子流程'],
  ['bpmn:ExclusiveGateway', '分支'],
  ['bpmn:ParallelGateway', '并行'],
  ['bpmn:InclusiveGateway', '多选分支'],
  ['bpmn:EventBasedGateway', '等候分支'],
  ['bpmn:ComplexGateway', '复合分支'],
  ['bpmn:StartEvent', '开始'],
  ['bpmn:EndEvent', '结束'],
  ['bpmn:IntermediateCatchEvent', '等候'],
  ['bpmn:IntermediateThrowEvent', '发出'],
  ['bpmn:BoundaryEvent', '边界'],
  ['bpmn:SequenceFlow', '走向'],
  ['bpmn:Process', '程序'],
  ['bpmn:Message', '消息'],
  ['bpmn:Signal', '信号'],
  ['bpmn:Error', '错误'],
  ['bpmn:Escalation', '上报'],
  ['bpmn:Collaboration', '泳池图'],
  ['bpmn:Participant', '泳池'],
  ['bpmn:MessageFlow', '消息线'],
  ['bpmn:LaneSet', '泳道组'],
  ['bpmn:Lane', '泳道'],
  ['bpmn:TextAnnotation', '注释'],
  ['bpmn:Association', '注释线'],
  ['bpmn:Group', '分组'],
  ['bpmn:Definitions', '文件'],
] as const satisfies readonly (readonly [type: string, word: string])[]

/** The word of a type that has none of its own is its name in quotation marks after this. */
export const FOREIGN_KIND = '元件'

const words = new Map<string, string>(kinds)

/** What a part of this type is called, if it has a word. */
export const kindWord = (type: string): string | undefined => words.get(type)
