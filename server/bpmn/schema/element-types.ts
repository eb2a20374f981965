/**
 * What BPMN 2.0 allows in each element, one line each: `name < base : children @attributes`. Children stand in this order; `?` may be missing, `*` may
 * be repeated, `+` must be there and may be repeated, `a|b` is one of them, `name:type` is an element of another type. `!` marks attributes that must be there.
 * A name with a tilde stands for all elements that may replace it (see SUBSTITUTES). The facts are those of the OMG's schema (formal/2011-01-03);
 * that link and compensation events need an id is Zeebe's rule (ENGINE D0).
 */
export const ELEMENT_TYPES = `
definitions : import* extension* ~rootElement* bpmndi:BPMNDiagram* relationship* @id:id @name @targetNamespace! @expressionLanguage @typeLanguage @exporter @exporterVersion
import : @namespace! @location! @importType!
extension : documentation* @definition @mustUnderstand:boolean
baseElement : documentation* extensionElements? @id:id
extensionElements : any
documentation : mixed @id:id @textFormat
script : mixed
text : mixed
expression : mixed documentation* extensionElements? @id:id
formalExpression < expression : @language @evaluatesToTypeRef
rootElement < baseElement :
artifact < baseElement :
association < artifact : @sourceRef! @targetRef! @associationDirection:None|One|Both
group < artifact : @categoryValueRef
textAnnotation < artifact : text? @textFormat
auditing < baseElement :
monitoring < baseElement :
assignment < baseElement : from:expression to:expression
category < rootElement : categoryValue* @name
categoryValue < baseElement : @value
callableElement < rootElement : supportedInterfaceRef:qname* ioSpecification? ioBinding* @name
process < callableElement : auditing? monitoring? property* laneSet* ~flowElement* ~artifact* ~resourceRole* correlationSubscription* supports:qname* @processType:None|Public|Private @isClosed:boolean @isExecutable:boolean @definitionalCollaborationRef
globalTask < callableElement : ~resourceRole*
globalBusinessRuleTask < globalTask : @implementation
globalManualTask < globalTask :
globalScriptTask < globalTask : script? @scriptLanguage
globalUserTask < globalTask : rendering* @implementation
flowElement < baseElement : auditing? monitoring? categoryValueRef:qname* @name
flowNode < flowElement : incoming:qname* outgoing:qname*
sequenceFlow < flowElement : conditionExpression:expression? @sourceRef:idref! @targetRef:idref! @isImmediate:boolean
activity < flowNode : ioSpecification? property* dataInputAssociation* dataOutputAssociation* ~resourceRole* ~loopCharacteristics? @isForCompensation:boolean @startQuantity:integer @completionQuantity:integer @default:idref
task < activity :
businessRuleTask < task : @implementation
manualTask < task :
receiveTask < task : @implementation @instantiate:boolean @messageRef @operationRef
scriptTask < task : script? @scriptFormat
sendTask < task : @implementation @messageRef @operationRef
serviceTask < task : @implementation @operationRef
userTask < task : rendering* @implementation
callActivity < activity : @calledElement
subProcess < activity : laneSet* ~flowElement* ~artifact* @triggeredByEvent:boolean
adHocSubProcess < subProcess : completionCondition:expression? @cancelRemainingInstances:boolean @ordering:Parallel|Sequential
transaction < subProcess : @method
gateway < flowNode : @gatewayDirection:Unspecified|Converging|Diverging|Mixed
complexGateway < gateway : activationCondition:expression? @default:idref
eventBasedGateway < gateway : @instantiate:boolean @eventGatewayType:Exclusive|Parallel
exclusiveGateway < gateway : @default:idref
inclusiveGateway < gateway : @default:idref
parallelGateway < gateway :
event < flowNode : property*
catchEvent < event : dataOutput* dataOutputAssociation* outputSet? ~eventDefinition* eventDefinitionRef:qname* @parallelMultiple:boolean
throwEvent < event : dataInput* dataInputAssociation* inputSet? ~eventDefinition* eventDefinitionRef:qname*
boundaryEvent < catchEvent : @cancelActivity:boolean @attachedToRef!
intermediateCatchEvent < catchEvent :
startEvent < catchEvent : @isInterrupting:boolean
endEvent < throwEvent :
implicitThrowEvent < throwEvent :
intermediateThrowEvent < throwEvent :
eventDefinition < rootElement :
cancelEventDefinition < eventDefinition :
compensateEventDefinition < eventDefinition : @id:id! @waitForCompletion:boolean @activityRef
conditionalEventDefinition < eventDefinition : condition:expression
errorEventDefinition < eventDefinition : @errorRef
escalationEventDefinition < eventDefinition : @escalationRef
linkEventDefinition < eventDefinition : source:qname* target:qname? @id:id! @name!
messageEventDefinition < eventDefinition : operationRef:qname? @messageRef
signalEventDefinition < eventDefinition : @signalRef
terminateEventDefinition < eventDefinition :
timerEventDefinition < eventDefinition : timeDate:expression|timeDuration:expression|timeCycle:expression?
loopCharacteristics < baseElement :
standardLoopCharacteristics < loopCharacteristics : loopCondition:expression? @testBefore:boolean @loopMaximum:integer
multiInstanceLoopCharacteristics < loopCharacteristics : loopCardinality:expression? loopDataInputRef:qname? loopDataOutputRef:qname? inputDataItem:dataInput? outputDataItem:dataOutput? complexBehaviorDefinition* completionCondition:expression? @isSequential:boolean @behavior:None|One|All|Complex @oneBehaviorEventRef @noneBehaviorEventRef
complexBehaviorDefinition < baseElement : condition:formalExpression event:implicitThrowEvent?
laneSet < baseElement : lane* @name
lane < baseElement : partitionElement:baseElement? flowNodeRef:idref* childLaneSet:laneSet? @name @partitionElementRef
dataState < baseElement : @name
dataObject < flowElement : dataState? @itemSubjectRef @isCollection:boolean
dataObjectReference < flowElement : dataState? @itemSubjectRef @dataObjectRef:idref
dataStore < rootElement : dataState? @name @capacity:integer @isUnlimited:boolean @itemSubjectRef
dataStoreReference < flowElement : dataState? @itemSubjectRef @dataStoreRef
dataInput < baseElement : dataState? @name @itemSubjectRef @isCollection:boolean
dataOutput < baseElement : dataState? @name @itemSubjectRef @isCollection:boolean
dataAssociation < baseElement : sourceRef:idref* targetRef:idref transformation:formalExpression? assignment*
dataInputAssociation < dataAssociation :
dataOutputAssociation < dataAssociation :
property < baseElement : dataState? @name @itemSubjectRef
ioSpecification < baseElement : dataInput* dataOutput* inputSet+ outputSet+
inputSet < baseElement : dataInputRefs:idref* optionalInputRefs:idref* whileExecutingInputRefs:idref* outputSetRefs:idref* @name
outputSet < baseElement : dataOutputRefs:idref* optionalOutputRefs:idref* whileExecutingOutputRefs:idref* inputSetRefs:idref* @name
ioBinding < baseElement : @operationRef! @inputDataRef:idref! @outputDataRef:idref!
resourceRole < baseElement : resourceRef:qname? resourceParameterBinding* resourceAssignmentExpression? @name
performer < resourceRole :
humanPerformer < performer :
potentialOwner < humanPerformer :
resourceAssignmentExpression < baseElement : ~expression
resourceParameterBinding < baseElement : ~expression @parameterRef!
resource < rootElement : resourceParameter* @name!
resourceParameter < baseElement : @name @type @isRequired:boolean
rendering < baseElement :
error < rootElement : @name @errorCode @structureRef
escalation < rootElement : @name @escalationCode @structureRef
message < rootElement : @name @itemRef
signal < rootElement : @name @structureRef
itemDefinition < rootElement : @structureRef @isCollection:boolean @itemKind:Information|Physical
endPoint < rootElement :
interface < rootElement : operation+ @name! @implementationRef
operation < baseElement : inMessageRef:qname outMessageRef:qname? errorRef:qname* @name! @implementationRef
partnerEntity < rootElement : participantRef:qname* @name
partnerRole < rootElement : participantRef:qname* @name
relationship < baseElement : source:qname+ target:qname+ @type! @direction:None|Forward|Backward|Both
correlationKey < baseElement : correlationPropertyRef:qname* @name
correlationProperty < rootElement : correlationPropertyRetrievalExpression+ @name @type
correlationPropertyBinding < baseElement : dataPath:formalExpression @correlationPropertyRef!
correlationPropertyRetrievalExpression < baseElement : messagePath:formalExpression @messageRef!
correlationSubscription < baseElement : correlationPropertyBinding* @correlationKeyRef!
collaboration < rootElement : participant* messageFlow* ~artifact* ~conversationNode* conversationAssociation* participantAssociation* messageFlowAssociation* correlationKey* choreographyRef:qname* conversationLink* @name @isClosed:boolean
participant < baseElement : interfaceRef:qname* endPointRef:qname* participantMultiplicity? @name @processRef
participantAssociation < baseElement : innerParticipantRef:qname outerParticipantRef:qname
participantMultiplicity < baseElement : @minimum:integer @maximum:integer
messageFlow < baseElement : @name @sourceRef! @targetRef! @messageRef
messageFlowAssociation < baseElement : @innerMessageFlowRef! @outerMessageFlowRef!
conversationNode < baseElement : participantRef:qname* messageFlowRef:qname* correlationKey* @name
conversation < conversationNode :
callConversation < conversationNode : participantAssociation* @calledCollaborationRef
subConversation < conversationNode : ~conversationNode*
conversationAssociation < baseElement : @innerConversationNodeRef! @outerConversationNodeRef!
conversationLink < baseElement : @name @sourceRef! @targetRef!
choreography < collaboration : ~flowElement*
globalConversation < collaboration :
globalChoreographyTask < choreography : @initiatingParticipantRef
choreographyActivity < flowNode : participantRef:qname+ correlationKey* @initiatingParticipantRef! @loopType:None|Standard|MultiInstanceSequential|MultiInstanceParallel
callChoreography < choreographyActivity : participantAssociation* @calledChoreographyRef
choreographyTask < choreographyActivity : messageFlowRef:qname+
subChoreography < choreographyActivity : ~flowElement* ~artifact*
bpmndi:BPMNDiagram : bpmndi:BPMNPlane bpmndi:BPMNLabelStyle* @id:id @name @documentation @resolution:number
bpmndi:BPMNPlane : di:extension? bpmndi:BPMNShape|bpmndi:BPMNEdge* @id:id @bpmnElement
bpmndi:BPMNShape : di:extension? dc:Bounds bpmndi:BPMNLabel? @id:id @bpmnElement @isHorizontal:boolean @isExpanded:boolean @isMarkerVisible:boolean @isMessageVisible:boolean @participantBandKind @choreographyActivityShape
bpmndi:BPMNEdge : di:extension? di:waypoint+ bpmndi:BPMNLabel? @id:id @bpmnElement @sourceElement @targetElement @messageVisibleKind:initiating|non_initiating
bpmndi:BPMNLabel : di:extension? dc:Bounds? @id:id @labelStyle
bpmndi:BPMNLabelStyle : dc:Font @id:id
di:extension : any
di:waypoint : @x:number! @y:number!
dc:Bounds : @x:number! @y:number! @width:number! @height:number!
dc:Font : @name @size:number @isBold:boolean @isItalic:boolean @isUnderline:boolean @isStrikeThrough:boolean
`

const EVENT_DEFINITIONS = 'cancel compensate conditional error escalation link message signal terminate timer'.replace(
  /\w+/g,
  '$&EventDefinition',
)

/** Which elements may stand where the schema names only what they are. */
export const SUBSTITUTES: Record<string, string> = {
  rootElement: `category collaboration choreography globalChoreographyTask globalConversation correlationProperty dataStore endPoint error escalation
    globalBusinessRuleTask globalManualTask globalScriptTask globalTask globalUserTask interface itemDefinition message partnerEntity partnerRole process
    resource signal ${EVENT_DEFINITIONS}`,
  flowElement: `adHocSubProcess boundaryEvent businessRuleTask callActivity callChoreography choreographyTask complexGateway dataObject dataObjectReference
    dataStoreReference endEvent event eventBasedGateway exclusiveGateway implicitThrowEvent inclusiveGateway intermediateCatchEvent intermediateThrowEvent
    manualTask parallelGateway receiveTask scriptTask sendTask sequenceFlow serviceTask startEvent subChoreography subProcess task transaction userTask`,
  artifact: 'association group textAnnotation',
  eventDefinition: EVENT_DEFINITIONS,
  loopCharacteristics: 'multiInstanceLoopCharacteristics standardLoopCharacteristics',
  resourceRole: 'resourceRole performer humanPerformer potentialOwner',
  conversationNode: 'conversation callConversation subConversation',
  expression: 'expression formalExpression',
}
