import type { BpmnElementType, EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'

/** Hand-made records for tests, as the engine writes them, without an engine. */
const DEFINITION_KEY = '2251799813685250'

export const deployed = (name = '法制审核'): Segment => ({
  records: [
    {
      valueType: 'PROCESS',
      intent: 'CREATED',
      key: DEFINITION_KEY,
      value: {
        bpmnProcessId: 'legal-review',
        version: 1,
        name,
        resourceName: 'legal-review.bpmn',
        checksum: 'c'.repeat(64),
        processDefinitionKey: DEFINITION_KEY,
        deploymentKey: '2251799813685249',
      },
    },
  ],
})

export const segment = (processInstanceKey: Key, records: EngineRecord[]): Segment => ({
  processInstanceKey,
  processDefinitionKey: DEFINITION_KEY,
  bpmnProcessId: 'legal-review',
  version: 1,
  records,
})

export const element = (
  intent: EngineRecord<'PROCESS_INSTANCE'>['intent'],
  key: Key,
  elementId: string,
  bpmnElementType: BpmnElementType = 'USER_TASK',
): EngineRecord => ({ valueType: 'PROCESS_INSTANCE', intent, key, value: { elementId, bpmnElementType } })

export const variable = (scopeKey: Key, name: string, value: Json): EngineRecord => ({
  valueType: 'VARIABLE',
  intent: 'CREATED',
  key: scopeKey,
  value: { name, value, scopeKey },
})

export const userTask = (
  intent: EngineRecord<'USER_TASK'>['intent'],
  key: Key,
  value: Partial<EngineRecord<'USER_TASK'>['value']> = {},
): EngineRecord => ({
  valueType: 'USER_TASK',
  intent,
  key,
  value: { elementId: 'first-review', elementInstanceKey: '7', ...value },
})

/** An instance that begins and waits at a user task. */
export function started(
  instance: Key,
  task: Key,
  context: Record<string, Json>,
  value: Partial<EngineRecord<'USER_TASK'>['value']> = {},
): Segment {
  return segment(instance, [
    element('ELEMENT_ACTIVATING', instance, 'legal-review', 'PROCESS'),
    ...Object.entries(context).map(([name, member]) => variable(instance, name, member)),
    element('ELEMENT_ACTIVATING', `${task}0`, 'first-review'),
    userTask('CREATING', task, { customHeaders: { kind: 'legal-review-first' }, priority: 50, ...value }),
    userTask('CREATED', task),
    ...(value.assignee ? [userTask('ASSIGNED', task, { assignee: value.assignee })] : []),
  ])
}
