import { expect, test } from 'vitest'
import { diagram, flows, openEngine } from '../contracts/open-engine.ts'

/** 2030-01-07, 17:00 UTC: already the 8th in the office. */
const EVENING = Date.UTC(2030, 0, 7, 17)
const asked = diagram(
  `<bpmn:startEvent id="s"/><bpmn:scriptTask id="a"><bpmn:extensionElements>
    <zeebe:script expression="=string(today())" resultVariable="day"/></bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:endEvent id="e"/>${flows('s-a', 'a-e')}`,
)

test.each([
  ['UTC', '2030-01-07'],
  ['Asia/Shanghai', '2030-01-08'],
])('today() is the day of the zone the engine is opened with: %s', async (zone, day) => {
  const house = openEngine(':memory:', EVENING, undefined, zone)
  await house.deploy('p.bpmn', asked)
  const { segments } = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
  const written = segments.flatMap(({ records }) => records).filter(record => record.valueType === 'VARIABLE')
  expect(written.map(({ value }) => [value.name, value.value])).toEqual([['day', day]])
  await house.close()
})
