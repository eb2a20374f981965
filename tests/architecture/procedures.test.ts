import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  elementsOf,
  extensionOf,
  extensionsOf,
  parseBpmn,
  processesOf,
  readProcessGraph,
  readProcessVocabulary,
  textOf,
} from '../../server/bpmn/index.ts'
import { compileExpression } from '../../server/feel/index.ts'
import { parseForm } from '../../server/forms/parse-form.ts'
import { resolveSharedParts } from '../../server/forms/shared-parts.ts'
import { readSharedParts } from '../../server/procedures/read-shared-parts.ts'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'workflows'], { encoding: 'utf8' }).split(
  '\n',
)
const parts = readSharedParts('workflows')
const diagrams = files.filter(file => file.endsWith('.bpmn'))
const read = async (file: string) => {
  const definitions = await parseBpmn(readFileSync(file, 'utf8'))
  const graph = readProcessGraph(processesOf(definitions)[0]!)
  return { graph, nodes: [...graph.nodes.values()], vocabulary: readProcessVocabulary(definitions) }
}
const namesIn = (expression: string) => compileExpression(expression.replace(/^=/, '')).names

describe.each(diagrams)('%s', file => {
  test('the folder, the file and the process have one name', async () => {
    const { graph } = await read(file)
    expect(file).toBe(`workflows/${graph.id}/${graph.id}.bpmn`)
    expect(graph.isExecutable).toBe(true)
  })

  test('speaks only the words of the vocabulary', async () => {
    const { vocabulary } = await read(file)
    expect(vocabulary.problems).toEqual([])
    expect(vocabulary.processes[0]!.properties.startRoles).not.toEqual([])
    expect(vocabulary.processes[0]!.userTasks.filter(({ kind }) => !kind).map(({ id }) => id)).toEqual([])
  })

  test('every user task and the start have a form of their name that can be rendered', async () => {
    const { graph, vocabulary } = await read(file)
    const wanted = ['start', ...vocabulary.processes[0]!.userTasks.map(({ id }) => id)]
    const present = files.filter(name => name.startsWith(dirname(file)) && name.endsWith('.form'))
    expect(present.sort()).toEqual(wanted.map(id => join(dirname(file), `${id}.form`)).sort())
    for (const id of wanted) {
      const json = resolveSharedParts(JSON.parse(readFileSync(join(dirname(file), `${id}.form`), 'utf8')), parts)
      expect(json).toMatchObject({ id: `${graph.id}.${id}` })
      expect(parseForm(json)).toMatchObject({ ok: true })
      expect(textOf(extensionOf(graph.nodes.get(id)!.source, 'zeebe:FormDefinition'), 'formId')).toBe(
        `${graph.id}.${id}`,
      )
    }
  })

  test('what a gateway reads has a value from the first step on', async () => {
    const { nodes } = await read(file)
    const start = nodes.find(({ type, eventType }) => type === 'bpmn:StartEvent' && !eventType)!
    const first = nodes.find(({ id }) => id === start.outgoing[0]!.targetId)!
    const initial = new Set(
      elementsOf(extensionsOf(first.source, 'zeebe:IoMapping')[0], 'outputParameters').map(output =>
        textOf(output, 'target'),
      ),
    )
    const conditions = nodes
      .flatMap(({ outgoing }) => outgoing)
      .flatMap(({ id, condition }) => (condition ? [{ id, condition }] : []))
    expect(conditions.length).toBeGreaterThan(0)
    const unset = conditions.flatMap(({ id, condition }) =>
      namesIn(condition)
        .filter(name => !initial.has(name))
        .map(name => `${id} reads ${name}`),
    )
    expect(unset).toEqual([])
  })

  test('a gateway that divides has a default, and no condition stands on it', async () => {
    const { nodes } = await read(file)
    const dividing = nodes.filter(({ type, outgoing }) => type === 'bpmn:ExclusiveGateway' && outgoing.length > 1)
    const withoutDefault = dividing.filter(({ outgoing }) => outgoing.filter(({ isDefault }) => isDefault).length !== 1)
    const unconditioned = dividing.flatMap(({ outgoing }) =>
      outgoing.filter(flow => !flow.isDefault === !flow.condition),
    )
    expect(withoutDefault.map(({ id }) => id)).toEqual([])
    expect(unconditioned.map(({ id }) => id)).toEqual([])
  })

  test('user tasks map no outputs: what is not mapped would be lost', async () => {
    const { nodes } = await read(file)
    const mapped = nodes.filter(
      ({ type, source }) => type === 'bpmn:UserTask' && extensionOf(source, 'zeebe:IoMapping'),
    )
    expect(mapped.map(({ id }) => id)).toEqual([])
  })
})
