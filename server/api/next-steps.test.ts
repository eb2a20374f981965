import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Variables } from '../engine/index.ts'
import { type Diagram, openDiagrams } from './diagrams.ts'
import { nextSteps } from './next-steps.ts'

let diagram: Diagram
beforeAll(async () => {
  const content = readFileSync('workflows/legal-review/legal-review.bpmn', 'utf8')
  const diagrams = openDiagrams({
    findProcess: () => ({ bpmnProcessId: 'legal-review', content }),
    findForm: () => undefined,
    findLatestForm: () => undefined,
  })
  diagram = await diagrams.get('1')
})

/** `<action> → <next steps, with the condition where it is open>`. */
function outlook(elementId: string, known: Variables = {}): string[] {
  const actions = diagram.taskWords(elementId)?.actions ?? []
  const steps = nextSteps(diagram, elementId, { actions, known, now: 0, language: 'zh' })
  const told = new Map<string, string[]>()
  for (const { action, elementId: id, condition } of steps) {
    const button = String(action?.value ?? '')
    told.set(button, [...(told.get(button) ?? []), condition === undefined ? id : `${id} (${condition})`])
  }
  return [...told].map(([button, ids]) => `${button} → ${ids.join(', ')}`)
}

test('a button whose gateway follows at once leads to one place', () => {
  expect(outlook('intake')).toEqual(['yes → first-review', 'no → return-supplement'])
})

test('behind a script the diagram tells, not the values of today', () => {
  const [agreed] = outlook('second-review', { finalOpinion: 'agree' })
  expect(agreed).toMatch(/^true → .*end-passed \(.+\).*handler-response/)
})

test('a task without buttons tells once where it leads, and who works there', () => {
  const [step] = nextSteps(diagram, 'submit', { actions: [], known: {}, now: 0, language: 'zh' })
  expect(step).toMatchObject({ action: null, elementId: 'intake', roleName: '中心专职法制审核员', kind: 'user-task' })
})

test('people named by a variable are told by the kind of their work, in the language asked for', () => {
  const actions = diagram.taskWords('intake')?.actions ?? []
  const steps = nextSteps(diagram, 'intake', { actions, known: {}, now: 0, language: 'en' })
  expect(steps.find(({ elementId }) => elementId === 'return-supplement')?.roleName).toBe('handler')
})
