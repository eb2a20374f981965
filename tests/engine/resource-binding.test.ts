import { expect, test } from 'vitest'
import { diagram, flows, serviceTask, userTask } from '../contracts/open-engine.ts'
import { eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const E = '<bpmn:endEvent id="e"/>'
const BY_DEPLOYMENT = 'bindingType="deployment"'
const byTag = (tag: string) => `bindingType="versionTag" versionTag="${tag}"`

const caller = (binding: string, id = 'q') =>
  diagram(
    `${S}<bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="${id}" ${binding}/></bpmn:extensionElements></bpmn:callActivity>${E}${flows('s-c', 'c-e')}`,
  )
const called = (task: string, tag?: string) => {
  const versionTag = tag && `<bpmn:extensionElements><zeebe:versionTag value="${tag}"/></bpmn:extensionElements>`
  return diagram(`${versionTag ?? ''}${S}${serviceTask(task)}${flows(`s-${task}`)}`, '', 'q')
}
const decider = (binding: string) =>
  diagram(
    `${S}<bpmn:businessRuleTask id="d"><bpmn:extensionElements><zeebe:calledDecision decisionId="fine" resultVariable="r" ${binding}/></bpmn:extensionElements></bpmn:businessRuleTask>${E}${flows('s-d', 'd-e')}`,
  )
const decision = (result: number, tag?: string) =>
  `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="drg" name="g" namespace="x"><decision id="fine" name="Fine">${tag ? `<extensionElements><zeebe:versionTag value="${tag}"/></extensionElements>` : ''}<literalExpression id="l"><text>${result}</text></literalExpression></decision></definitions>`
const asker = (binding: string) =>
  diagram(`${S}${userTask('u', `<zeebe:formDefinition formId="f" ${binding}/>`)}${E}${flows('s-u', 'u-e')}`)
const form = (text: string, versionTag?: string) =>
  JSON.stringify({ id: 'f', components: [{ type: 'text', text }], versionTag })

const deploy = (resources: Record<string, string>) =>
  run.it.submit({
    type: 'DEPLOY_RESOURCES',
    resources: Object.entries(resources).map(([name, content]) => ({ name, content })),
  })
const start = (variables = {}) => run.it.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables })
const jobs = () => run.it.records('JOB').map(({ value }) => value.type)
const results = () =>
  run.it
    .records('VARIABLE')
    .filter(({ value }) => value.name === 'r')
    .map(({ value }) => value.value)
const incident = () => run.it.records('INCIDENT').at(-1)!.value
const formKeys = (intent: 'FORM' | 'USER_TASK') =>
  intent === 'FORM'
    ? run.it.records('FORM').map(({ key }) => key)
    : run.it
        .records('USER_TASK')
        .filter(({ intent }) => intent === 'CREATING')
        .map(({ value }) => value.formKey)

test('bound to its deployment, a call keeps to the version that came with it', async () => {
  await deploy({ 'p.bpmn': caller(BY_DEPLOYMENT), 'q.bpmn': called('old') })
  await deploy({ 'q.bpmn': called('new') })
  await start()
  expect(jobs()).toEqual(['old'])
})

test('bound to a tag, a call takes the latest that bears it', async () => {
  await deploy({ 'p.bpmn': caller(byTag('1.0')) })
  for (const [task, tag] of [
    ['a', '1.0'],
    ['b', '1.0'],
    ['c', '2.0'],
    ['d', undefined],
  ] as const)
    await deploy({ 'q.bpmn': called(task, tag) })
  await start()
  expect(jobs()).toEqual(['b'])
})

test('a decision is bound the same ways', async () => {
  await deploy({ 'p.bpmn': decider(BY_DEPLOYMENT), 'd.dmn': decision(1) })
  await deploy({ 'd.dmn': decision(2, '1.0') })
  await deploy({ 'd.dmn': decision(3) })
  await start()
  await deploy({ 'p.bpmn': decider(byTag('1.0')) })
  await start()
  await deploy({ 'p.bpmn': decider('') })
  await start()
  expect(results()).toEqual([1, 2, 3])
})

test('a form is bound the same ways', async () => {
  await deploy({ 'p.bpmn': asker(BY_DEPLOYMENT), 'f.form': form('one') })
  await deploy({ 'f.form': form('two', '1.0') })
  await deploy({ 'f.form': form('three') })
  await start()
  await deploy({ 'p.bpmn': asker(byTag('1.0')) })
  await start()
  await deploy({ 'p.bpmn': asker('') })
  await start()
  expect(formKeys('USER_TASK')).toEqual(formKeys('FORM'))
})

test.each([
  ['a process', caller(BY_DEPLOYMENT), 'c > extensionElements > calledElement', "process with id 'q'"],
  ['a decision', decider(BY_DEPLOYMENT), 'd > extensionElements > calledDecision', "decision with id 'fine'"],
  ['a form', asker(BY_DEPLOYMENT), 'u > extensionElements > formDefinition', "form with id 'f'"],
])('what is bound to its deployment must be in it: %s', async (_, content, element, what) => {
  await deploy({ 'q.bpmn': called('w'), 'd.dmn': decision(1), 'f.form': form('one') })
  await expect(deploy({ 'p.bpmn': content })).rejects.toMatchObject({
    type: 'INVALID_ARGUMENT',
    reason: expect.stringContaining(
      `- Element: ${element}\n    - ERROR: Expected to find ${what} in current deployment`,
    ),
  })
})

test('an id that is computed is only known when the call begins', async () => {
  await deploy({ 'p.bpmn': caller(BY_DEPLOYMENT, '=which') })
  await deploy({ 'q.bpmn': called('w') })
  await start({ which: 'q' })
  expect(incident()).toMatchObject({ errorType: 'CALLED_ELEMENT_ERROR', elementId: 'c' })
  expect(incident().errorMessage).toContain("with binding type 'deployment', but no such process found")
})

test.each([
  ['process', caller(byTag('9')), { 'q.bpmn': called('w', '9') }, 'CALLED_ELEMENT_ERROR'],
  ['decision', decider(byTag('9')), { 'd.dmn': decision(1, '9') }, 'CALLED_DECISION_ERROR'],
  ['form', asker(byTag('9')), { 'f.form': form('one', '9') }, 'FORM_NOT_FOUND'],
])('a %s that nobody tagged so is an incident until somebody does', async (kind, content, mended, errorType) => {
  await deploy({ 'p.bpmn': content, 'q.bpmn': called('w'), 'd.dmn': decision(1), 'f.form': form('one') })
  await start()
  expect(incident().errorType).toBe(errorType)
  expect(incident().errorMessage).toContain(`and version tag '9', but no such ${kind} found`)
  await deploy(mended)
  await run.it.resolve()
  expect(run.it.intents('INCIDENT')).toEqual(['CREATED', 'RESOLVED'])
})

test('a user task that is done by a job tells its worker the form', async () => {
  const task =
    '<bpmn:userTask id="u"><bpmn:extensionElements><zeebe:formDefinition formId="f"/></bpmn:extensionElements></bpmn:userTask>'
  await deploy({ 'p.bpmn': diagram(`${S}${task}${flows('s-u')}`), 'f.form': form('one') })
  await start()
  const [formKey] = formKeys('FORM')
  expect(run.it.records('JOB')[0]!.value.customHeaders).toEqual({ 'io.camunda.zeebe:formKey': formKey })
})

test('a resource of another kind cannot be linked: the diagram is refused rather than stuck', async () => {
  const linked =
    '<zeebe:linkedResources><zeebe:linkedResource resourceId="script" resourceType="RPA" linkName="l"/></zeebe:linkedResources>'
  await expect(deploy({ 'p.bpmn': diagram(`${S}${serviceTask('w', linked)}${flows('s-w')}`) })).rejects.toMatchObject({
    reason: expect.stringContaining('Linked resources are not supported'),
  })
})
