import type { Edit } from '../edits.ts'
import type { Part } from './bundle-parts.ts'

/** What has to happen together when a form or a table is added, renamed or removed. */
export interface PartChange {
  files: { name: string; content: string | null }[]
  edits: Edit[]
}

/** What a file may be called: letters, digits, hyphens; the ending comes by itself. */
export const isPartName = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name)

/** What the file of an element's own form is called. */
export const partName = (elementId: string): string => elementId.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** A new form with one field to begin with, given to the task that it is for; under its own name it is called as the rules expect. */
export function newForm(processId: string, name: string, elementId?: string): PartChange {
  const isOwn = elementId !== undefined && name === partName(elementId)
  const id = `${processId}.${isOwn ? elementId : name}`
  const form = {
    type: 'default',
    id,
    schemaVersion: 18,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.8.0',
    components: [{ type: 'textarea', id: 'note', key: 'note', label: '说明', properties: { 'en.label': 'Note' } }],
  }
  return {
    files: [{ name: `${name}.form`, content: `${JSON.stringify(form, null, 2)}\n` }],
    edits: elementId === undefined ? [] : [{ kind: 'set-form', elementId, formId: id }],
  }
}

/** A form under another name: its id follows, and so do the tasks that use it. */
export function renamedForm({ name, content, uses }: Part, processId: string, newName: string): PartChange {
  const formId = `${processId}.${newName}`
  const form = { ...(JSON.parse(content) as Record<string, unknown>), id: formId }
  return {
    files: [
      { name: `${newName}.form`, content: `${JSON.stringify(form, null, 2)}\n` },
      { name, content: null },
    ],
    edits: uses.map(({ elementId }) => ({ kind: 'set-form', elementId, formId })),
  }
}

/** A new table with one condition, one result and one rule. */
export function newTable(name: string): PartChange {
  const cell = (tag: string, id: string, text: string) => `        <${tag} id="${id}"><text>${text}</text></${tag}>`
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" ' +
      `id="${name}-decisions" name="${name}" namespace="urn:xunfa:${name}">`,
    `  <decision id="${name}" name="新的决策表">`,
    `    <decisionTable id="${name}-table">`,
    `      <input id="${name}-input" label="条件">`,
    `        <inputExpression id="${name}-expression" typeRef="string"><text>input</text></inputExpression>`,
    '      </input>',
    `      <output id="${name}-output" label="结果" name="result" typeRef="string" />`,
    `      <rule id="${name}-rule-1">`,
    cell('inputEntry', `${name}-rule-1-input`, '-'),
    cell('outputEntry', `${name}-rule-1-output`, '&quot;&quot;'),
    '      </rule>',
    '    </decisionTable>',
    '  </decision>',
    '  <dmndi:DMNDI>',
    `    <dmndi:DMNDiagram id="${name}-diagram">`,
    `      <dmndi:DMNShape id="${name}_di" dmnElementRef="${name}"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape>`,
    '    </dmndi:DMNDiagram>',
    '  </dmndi:DMNDI>',
    '</definitions>',
  ]
  return { files: [{ name: `${name}.dmn`, content: `${lines.join('\n')}\n` }], edits: [] }
}

/** A table under another name: the tasks that call its decision call it so too. */
export function renamedTable({ name, content, ids, uses }: Part, newName: string): PartChange {
  const [id] = ids
  const to = { name: `${newName}.dmn`, content: id === undefined ? content : withDecisionId(content, id, newName) }
  const callers = uses.filter(use => use.id === id)
  const edits = callers.map(({ elementId }): Edit => ({ kind: 'set-decision', elementId, decisionId: newName }))
  return { files: [to, { name, content: null }], edits }
}

const withDecisionId = (xml: string, from: string, to: string): string =>
  xml
    .replace(/<(?:\w+:)?decision\b[^>]*>/g, tag => tag.replace(`id="${from}"`, () => `id="${to}"`))
    .replaceAll(`href="#${from}"`, () => `href="#${to}"`)
    .replaceAll(`dmnElementRef="${from}"`, () => `dmnElementRef="${to}"`)
