/**
 * One sentence of the full text and the property it says; read in both directions.
 * In `text`, `{}` is the value and `{name}` the rest of a key that ends in `*`, both between “ and ”; `{ref}` is the value between 〔 and 〕.
 */
export interface SentenceForm {
  key: string
  /** The only value it says; absent where the text has a place for it. */
  value?: string
  text: string
  /** For those who build the system: stands in the line 技术. */
  isTechnical?: true
}

const said = (key: string, text: string): SentenceForm => ({ key, text })
const fixed = (key: string, value: string, text: string): SentenceForm => ({ key, value, text })
const technical = (form: SentenceForm): SentenceForm => ({ ...form, isTechnical: true })

const people: readonly SentenceForm[] = [
  said('assignment:assignee', '专交{}办理'),
  said('assignment:candidateGroups', '由岗位{}办理'),
  said('assignment:candidateUsers', '由人员{}办理'),
  said('header:kind', '事项类别{}'),
  said('header:actions', '按钮{}'),
  fixed('header:cosign', 'true', '须另一人副署'),
  said('header:cosign', '须{}副署'),
  fixed('header:enforcementAct', 'true', '属于现场执法'),
  said('header:basis', '依据{}'),
  said('header:limit', '期限按{}'),
  said('header:limitStart', '期限起算{}'),
  said('header:limitId', '期限编号{}'),
  said('header:escalateTo', '期满告知{}'),
  said('header:closes', '不开放{}'),
  said('header:doneBy', '办理人记入{}'),
  fixed('header:caseFacts', 'true', '附上案件登记的事实'),
  said('form:formId', '填表{}'),
  said('schedule:dueDate', '到期日取{}'),
  said('schedule:followUpDate', '跟进日取{}'),
  said('priority:priority', '优先级{}'),
]

const processes: readonly SentenceForm[] = [
  fixed('isExecutable', 'true', '可以运行'),
  fixed('isExecutable', 'false', '不可以运行'),
  said('property:caseType', '案件种类{}'),
  said('property:startRoles', '可由{}发起'),
  said('property:startFrom', '发起的页面{}'),
  said('property:bizKey', '业务编号取{}'),
  said('property:bizPrefix', '编号开头{}'),
  said('property:title', '标题取{}'),
  said('property:limit', '全程期限按{}'),
  said('property:limitStart', '全程期限起算{}'),
  said('property:escalateTo', '全程期满告知{}'),
  said('property:requests', '可以请求{}'),
]

const events: readonly SentenceForm[] = [
  fixed('event', 'bpmn:MessageEventDefinition', '凭消息'),
  fixed('event', 'bpmn:TimerEventDefinition', '凭时间'),
  fixed('event', 'bpmn:ErrorEventDefinition', '凭错误'),
  fixed('event', 'bpmn:SignalEventDefinition', '凭信号'),
  fixed('event', 'bpmn:EscalationEventDefinition', '凭上报'),
  fixed('event', 'bpmn:ConditionalEventDefinition', '凭条件'),
  fixed('event', 'bpmn:LinkEventDefinition', '凭接续'),
  fixed('event', 'bpmn:CompensateEventDefinition', '凭补偿'),
  fixed('event', 'bpmn:TerminateEventDefinition', '全部终止'),
  said('event:messageRef', '消息是{ref}'),
  said('event:errorRef', '错误是{ref}'),
  said('event:signalRef', '信号是{ref}'),
  said('event:escalationRef', '上报是{ref}'),
  said('event:timeDate', '到{}为止'),
  said('event:timeDuration', '过{}为止'),
  said('event:timeCycle', '每逢{}'),
  said('event:condition', '当{}成立'),
  said('event:name', '接续名{}'),
  fixed('isInterrupting', 'false', '程序照常继续'),
  fixed('cancelActivity', 'false', '所在环节照常继续'),
  fixed('cancelActivity', 'true', '所在环节就此停止'),
  fixed('isInterrupting', 'true', '程序就此转来'),
  fixed('triggeredByEvent', 'true', '由事件开始'),
  said('messageRef', '等候消息{ref}'),
  said('subscription:correlationKey', '按{}认领'),
]

const work: readonly SentenceForm[] = [
  fixed('loop', 'bpmn:MultiInstanceLoopCharacteristics', '每项办一次'),
  fixed('loop', 'bpmn:StandardLoopCharacteristics', '重复办理'),
  fixed('loop:isSequential', 'true', '一项办完再办下一项'),
  fixed('loop:isSequential', 'false', '各项同时办'),
  said('loop:inputCollection', '各项取自{}'),
  said('loop:inputElement', '每项叫做{}'),
  said('loop:outputCollection', '各项结果收入{}'),
  said('loop:outputElement', '每项结果取{}'),
  said('loop:completionCondition', '满足{}即完成'),
  said('call:processId', '转入程序{}'),
  said('decision:decisionId', '查决策表{}'),
  technical(said('decision:resultVariable', '查得记入{}')),
  technical(fixed('call:propagateAllChildVariables', 'false', '只带回写出的值')),
  technical(fixed('call:propagateAllChildVariables', 'true', '带回全部的值')),
  technical(fixed('call:propagateAllParentVariables', 'false', '只带去取入的值')),
  technical(fixed('call:propagateAllParentVariables', 'true', '带去全部的值')),
  technical(said('job:type', '作业{}')),
  technical(said('job:retries', '失败重试{}次')),
  technical(said('script:expression', '算式{}')),
  technical(said('script:resultVariable', '算得记入{}')),
  technical(said('input:*', '取入{name}＝{}')),
  technical(said('output:*', '写出{name}＝{}')),
]

const structure: readonly SentenceForm[] = [
  said('lane', '在泳道{ref}'),
  technical(fixed('zeebe:UserTask', 'zeebe:UserTask', '人工任务由引擎管')),
  technical(said('event:id', '事件记为{ref}')),
  said('processRef', '画的是程序{ref}'),
  said('errorCode', '错误代码{}'),
  said('escalationCode', '上报代码{}'),
  said('text', '写着{}'),
  said('sourceRef', '起自{ref}'),
  said('targetRef', '通向{ref}'),
  said('attachedToRef', '挂在{ref}'),
  said('default', '缺省走{ref}'),
  said('documentation/text', '说明{}'),
  technical(said('targetNamespace', '命名空间{}')),
  technical(said('modeler:executionPlatform', '平台{}')),
  technical(said('modeler:executionPlatformVersion', '平台版本{}')),
]

/** What is left over is said by its key: nothing a diagram says is lost. */
const rest: readonly SentenceForm[] = [
  technical(said('header:*', '任务头{name}＝{}')),
  technical(said('property:*', '属性{name}＝{}')),
  technical(said('*', '另记{name}＝{}')),
]

/** Every sentence of the full text: the grammar of what is said of a part. The first that fits is said. */
export const sentenceForms: readonly SentenceForm[] = [
  ...people,
  ...processes,
  ...events,
  ...work,
  ...structure,
  ...rest,
]
