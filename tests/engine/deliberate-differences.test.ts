import { expect, test } from 'vitest'
import { diagram, flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

/** Where this engine differs from Zeebe on purpose, and no topic of its own proves it: see the table in server/engine/README.md. */
const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'

test('a job whose error was caught is gone', async () => {
  const error = '<bpmn:errorEventDefinition/>'
  await run.it.start(`${S}${serviceTask('w')}${boundary('b', 'w', error)}${serviceTask('h')}${flows('s-w', 'b-h')}`)
  const jobKey = run.it.records('JOB')[0]!.key
  await run.it.submit({ type: 'THROW_ERROR', jobKey, errorCode: 'any' })
  await expect(run.it.submit({ type: 'COMPLETE_JOB', jobKey })).rejects.toMatchObject({ type: 'NOT_FOUND' })
})

test('waiting for a message is told once, and an event only if something of it is kept', async () => {
  const caught =
    '<bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="message_m"/></bpmn:intermediateCatchEvent>'
  await run.it.start(`${S}${caught}${serviceTask('w')}${flows('s-c', 'c-w')}`, { k: '1' }, message('m'))
  await run.it.publish('m', '1')
  expect(run.it.intents('MESSAGE_SUBSCRIPTION')).toEqual(['CREATED', 'CORRELATED'])
  expect(run.it.records('PROCESS_MESSAGE_SUBSCRIPTION' as never)).toEqual([])
  expect(run.it.records('PROCESS_EVENT')).toEqual([])
  expect(run.it.open).toEqual(['p', 'w'])
})

test('a cycle whose text can no longer be computed ends with an incident; its activity goes on', async () => {
  const cycle =
    '<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">=cycle</bpmn:timeCycle></bpmn:timerEventDefinition>'
  const late = boundary('late', 'w', cycle, 'cancelActivity="false"')
  await run.it.start(`${S}${serviceTask('w')}${late}<bpmn:endEvent id="e"/>${flows('s-w', 'late-e')}`, {
    cycle: 'R3/PT1H',
  })
  await run.it.set({ cycle: 'now and then' })
  await run.it.house.advance(3_600_000)
  expect(run.it.completed).toContain('late')
  expect(run.it.intents('TIMER')).toEqual(['CREATED', 'TRIGGERED'])
  expect(run.it.records('INCIDENT')).toMatchObject([{ intent: 'CREATED', value: { elementId: 'w' } }])
  expect(run.it.records('PROCESS_INSTANCE_BAN')).toEqual([])
  await run.it.work('w')
  expect(run.it.open).toEqual([])
})

test('what waits to be compensated goes over with its instance, without a word of its own', async () => {
  const undone = (id: string) =>
    `${S}${serviceTask('a')}${boundary('u', 'a', '<bpmn:compensateEventDefinition id="cu"/>')}
     <bpmn:serviceTask id="${id}" isForCompensation="true"><bpmn:extensionElements><zeebe:taskDefinition type="${id}"/></bpmn:extensionElements></bpmn:serviceTask>
     ${serviceTask('b')}
     <bpmn:endEvent id="t"><bpmn:compensateEventDefinition id="ct"/></bpmn:endEvent>${flows('s-a', 'a-b', 'b-t')}
     <bpmn:association id="as" associationDirection="One" sourceRef="u" targetRef="${id}"/>`
  await run.it.start(undone('undo'))
  await run.it.work('a')
  const { results } = await run.it.house.deploy('q.bpmn', diagram(undone('repair'), '', 'q'))
  const [{ processDefinitionKey }] = results[0]!.processesMetadata as unknown as [{ processDefinitionKey: string }]
  await run.it.submit({
    type: 'MIGRATE_PROCESS_INSTANCE',
    processInstanceKey: run.it.key,
    targetProcessDefinitionKey: processDefinitionKey,
    mappingInstructions: [
      { sourceElementId: 'b', targetElementId: 'b' },
      { sourceElementId: 'undo', targetElementId: 'repair' },
    ],
  })
  await run.it.work('b')
  expect(run.it.intents('COMPENSATION_SUBSCRIPTION')).toEqual(['CREATED', 'TRIGGERED'])
  expect(run.it.open).toContain('repair')
})
