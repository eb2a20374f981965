import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseBpmn, processesOf } from './index.ts'
import { processIdsIn } from './process-ids.ts'

test.each(['legal-review', 'whistle-dispatch'])('%s: the same ids as the whole tree has', async folder => {
  const xml = readFileSync(`workflows/${folder}/${folder}.bpmn`, 'utf8')
  expect(processIdsIn(xml)).toEqual(processesOf(await parseBpmn(xml)).map(({ id }) => id))
  expect(processIdsIn(xml)).toContain(folder)
})

test('whatever the prefix of BPMN is, and only its own', () => {
  const definitions = (inside: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:o="urn:other">${inside}</definitions>`
  expect(
    processIdsIn(definitions('<process id="a"/><o:process id="b"/><process id="c"><task id="d"/></process>')),
  ).toEqual(['a', 'c'])
  expect(processIdsIn('<definitions')).toEqual([])
})
