import { expect, test } from 'vitest'
import { diagram, flows, keyOf, openEngine, serviceTask } from '../contracts/open-engine.ts'

/** Where this engine differs from Zeebe on purpose, and no recorded scenario reaches: see the table in server/engine/README.md. */
test('a job whose error was caught is gone', async () => {
  const house = openEngine()
  await house.deploy(
    'p.bpmn',
    diagram(
      `<bpmn:startEvent id="s"/>${serviceTask('w')}${serviceTask('h')}
       <bpmn:boundaryEvent id="b" attachedToRef="w"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>${flows('s-w', 'b-h')}`,
    ),
  )
  const jobKey = keyOf(await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' }), 'JOB', 'CREATED')
  await house.submit({ type: 'THROW_ERROR', jobKey, errorCode: 'any' })
  await expect(house.submit({ type: 'COMPLETE_JOB', jobKey })).rejects.toMatchObject({ type: 'NOT_FOUND' })
  await house.close()
})
