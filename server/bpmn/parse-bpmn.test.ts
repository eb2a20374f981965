import { expect, test } from 'vitest'
import { parseBpmn } from './parse-bpmn.ts'

const HEAD = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">`

const nested = (levels: number) =>
  `${HEAD}<bpmn:process id="p">${Array.from({ length: levels }, (_, i) => `<bpmn:subProcess id="s${i}">`).join('')}${'</bpmn:subProcess>'.repeat(levels)}</bpmn:process></bpmn:definitions>`

test('sub-processes as deep as anybody draws them are read', async () => {
  expect(await parseBpmn(nested(100))).toMatchObject({ id: 'd' })
})

test('a tower of them is refused, before anything climbs it', async () => {
  await expect(parseBpmn(nested(20_000))).rejects.toThrow(
    'Expected at most 200 elements inside each other, but found 20002',
  )
})
