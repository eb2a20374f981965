import type { Block, Boundary, End, EventScope, More, Procedure, TaskKind, Trigger } from './blocks.ts'
import { Drawing, type Drawn, type Sized } from './drawing.ts'

/** The two diagrams of a procedure, as files. */
export function diagramsOf({ body, end, inside, called, calledEnd }: Procedure): Record<string, string> {
  return {
    'p.bpmn': diagramOf('p', body, end, inside),
    'child.bpmn': diagramOf('child', called, calledEnd, []),
  }
}

function diagramOf(id: string, body: Block, end: End, inside: EventScope[]): string {
  const drawing = new Drawing(id)
  return drawing.file(scopeBody(drawing, body, end, inside))
}

/** What is in a process or sub-process: a start, the way through, an end, and what may happen meanwhile. */
function scopeBody(drawing: Drawing, body: Block, end: End, inside: EventScope[]): Sized {
  const start = drawing.node('startEvent', 's')
  const stop = drawing.node('endEvent', 'e', endDefinition(end))
  const line = drawing.row([start, draw(drawing, body), stop])
  return drawing.column([line, ...inside.map(each => eventScope(drawing, each))])
}

function eventScope(drawing: Drawing, { trigger, isInterrupting }: EventScope): Drawn {
  const mayGoOn = trigger !== 'error'
  const attributes = mayGoOn && !isInterrupting ? 'isInterrupting="false"' : ''
  return drawing.frame('subProcess', 'v', 'triggeredByEvent="true"', '', () => {
    const start = drawing.node('startEvent', 's', definition(trigger, isInterrupting || !mayGoOn), attributes)
    return drawing.row([start, drawing.node('serviceTask', 't', extensions(job)), drawing.node('endEvent', 'e')])
  })
}

function draw(drawing: Drawing, block: Block): Drawn {
  switch (block.kind) {
    case 'sequence':
      return drawing.row(block.blocks.map(each => draw(drawing, each)))
    case 'task':
      return activity(drawing, taskTag(block.task), block.more, taskExtensions(block.task), taskAttributes(block.task))
    case 'wait':
      return drawing.node('intermediateCatchEvent', 'c', definition(block.event, true))
    case 'throw':
      return drawing.node('intermediateThrowEvent', 'o', thrown(block.what))
    case 'call':
      return activity(drawing, 'callActivity', block.more, '<zeebe:calledElement processId="child"/>')
    case 'scope':
      return scope(drawing, block)
    case 'choice':
      return choice(drawing, block)
    case 'fork':
      return split(
        drawing,
        'parallelGateway',
        block.branches.map(each => draw(drawing, each)),
        [],
      )
    case 'race':
      return race(drawing, block.branches)
    case 'loop':
      return loop(drawing, block.body)
    case 'undo':
      return undo(drawing, block.tasks, block.end)
    case 'free':
      return free(drawing, block.tasks, block.cancels)
  }
}

function scope(drawing: Drawing, { body, end, more, inside }: Extract<Block, { kind: 'scope' }>): Drawn {
  const content = () => scopeBody(drawing, body, end, inside)
  const frame = drawing.frame('subProcess', 'u', '', extensions(moreExtensions(more)), content, loopOf(more))
  return withBoundaries(drawing, frame, more.boundaries)
}

function choice(drawing: Drawing, { gateway, branches }: Extract<Block, { kind: 'choice' }>): Drawn {
  const conditions = branches.map((_, index) => (index === 0 ? undefined : `=v1 &gt; ${index * 3}`))
  return split(
    drawing,
    `${gateway}Gateway`,
    branches.map(each => draw(drawing, each)),
    conditions,
    0,
  )
}

function split(
  drawing: Drawing,
  tag: string,
  branches: Drawn[],
  conditions: (string | undefined)[],
  defaultBranch?: number,
): Drawn {
  const [fork, join] = [drawing.node(tag, 'g'), drawing.node(tag, 'j')]
  const flows = branches.map((branch, index) => drawing.flow(fork, branch, conditions[index]))
  for (const branch of branches) drawing.flow(branch, join)
  if (defaultBranch !== undefined) drawing.mark(fork, `default="${flows[defaultBranch]}"`)
  return drawing.between(fork, drawing.column(branches), join)
}

function race(drawing: Drawing, branches: { event: Trigger; block: Block }[]): Drawn {
  const [fork, join] = [drawing.node('eventBasedGateway', 'g'), drawing.node('exclusiveGateway', 'j')]
  const ways = branches.map(({ event, block }) => {
    const way = drawing.row([draw(drawing, { kind: 'wait', event }), draw(drawing, block)])
    drawing.flow(fork, way)
    drawing.flow(way, join)
    return way
  })
  return drawing.between(fork, drawing.column(ways), join)
}

/** Back again while a task says so; somebody works in each round, so that it may not run for ever. */
function loop(drawing: Drawing, body: Block): Drawn {
  const [back, out] = [drawing.node('exclusiveGateway', 'j'), drawing.node('exclusiveGateway', 'g')]
  const way = drawing.row([drawing.node('serviceTask', 't', extensions(job)), draw(drawing, body)])
  drawing.flow(back, way)
  drawing.flow(way, out)
  drawing.flow(out, back, '=v1 = 9')
  const after = drawing.node('manualTask', 'm')
  drawing.mark(out, `default="${drawing.flow(out, after)}"`)
  return drawing.between(back, way, drawing.between(out, undefined, after))
}

/** Work that can be undone, and maybe is. */
function undo(drawing: Drawing, tasks: number, end: 'throw' | 'none'): Drawn {
  const works = Array.from({ length: tasks }, () => {
    const work = drawing.node('serviceTask', 't', extensions(job))
    return drawing.handled(work, drawing.node('serviceTask', 'h', extensions(job), 'isForCompensation="true"'))
  })
  const stop = `<bpmn:compensateEventDefinition id="${drawing.name('d')}"/>`
  return drawing.row(end === 'none' ? works : [...works, drawing.node('intermediateThrowEvent', 'o', stop)])
}

function free(drawing: Drawing, tasks: number, cancels: boolean): Drawn {
  const ids: string[] = []
  const content = () => {
    const inside = Array.from({ length: tasks }, () => drawing.node('serviceTask', 't', extensions(job)))
    ids.push(...inside.map(({ entry }) => entry))
    return drawing.column(inside)
  }
  const attributes = `cancelRemainingInstances="${cancels}"`
  const condition = '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=v1 &gt; 4</bpmn:completionCondition>'
  return drawing.frame(
    'adHocSubProcess',
    'a',
    attributes,
    () => extensions(`<zeebe:adHoc activeElementsCollection="=[${ids.map(id => `&quot;${id}&quot;`).join(',')}]"/>`),
    content,
    condition,
  )
}

function activity(drawing: Drawing, tag: string, more: More, own: string, attributes = ''): Drawn {
  const content = `${extensions(own + moreExtensions(more))}${loopOf(more)}`
  return withBoundaries(drawing, drawing.node(tag, tag[0]!, content, attributes), more.boundaries)
}

function withBoundaries(drawing: Drawing, host: Drawn, boundaries: Boundary[]): Drawn {
  return boundaries.reduce((drawn, { trigger, isInterrupting }) => {
    const mustEnd = trigger === 'error' || isInterrupting
    const attributes = `attachedToRef="${host.entry}"${mustEnd ? '' : ' cancelActivity="false"'}`
    const event = drawing.node('boundaryEvent', 'b', definition(trigger, mustEnd), attributes)
    const way = drawing.row([
      event,
      drawing.node('userTask', 't', extensions('<zeebe:userTask/>')),
      drawing.node('endEvent', 'e'),
    ])
    return drawing.below(drawn, way)
  }, host)
}

const job = '<zeebe:taskDefinition type="a"/>'

function taskTag(task: TaskKind): string {
  return `${task}Task`
}

function taskExtensions(task: TaskKind): string {
  if (task === 'user') return '<zeebe:userTask/>'
  if (task === 'script') return '<zeebe:script expression="=v1 + 1" resultVariable="r"/>'
  return task === 'service' || task === 'send' ? job : ''
}

function taskAttributes(task: TaskKind): string {
  return task === 'receive' ? 'messageRef="message_task"' : ''
}

function moreExtensions({ hasMappings, hasListeners }: More): string {
  const mappings =
    '<zeebe:ioMapping><zeebe:input source="=v1" target="mine"/><zeebe:output source="=mine" target="v2"/></zeebe:ioMapping>'
  const listener = (event: string) => `<zeebe:executionListener eventType="${event}" type="l"/>`
  const listeners = `<zeebe:executionListeners>${listener('start')}${listener('end')}</zeebe:executionListeners>`
  return `${hasMappings ? mappings : ''}${hasListeners ? listeners : ''}`
}

function loopOf({ loop: kind, isEager }: More): string {
  if (!kind) return ''
  const condition =
    '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfCompletedInstances &gt;= 1</bpmn:completionCondition>'
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${kind === 'sequential'}">${extensions(
    '<zeebe:loopCharacteristics inputCollection="=list" inputElement="item" outputCollection="res" outputElement="=item"/>',
  )}${isEager ? condition : ''}</bpmn:multiInstanceLoopCharacteristics>`
}

function definition(trigger: EventScope['trigger'], isInterrupting: boolean): string {
  const part = isInterrupting ? 'timeDuration' : 'timeCycle'
  const when = isInterrupting ? 'PT1H' : 'R2/PT1H'
  if (trigger === 'timer')
    return `<bpmn:timerEventDefinition><bpmn:${part} xsi:type="bpmn:tFormalExpression">${when}</bpmn:${part}></bpmn:timerEventDefinition>`
  return `<bpmn:${trigger}EventDefinition ${trigger}Ref="${trigger}_1"/>`
}

function endDefinition(end: End): string {
  if (end === 'none') return ''
  return end === 'terminate' ? '<bpmn:terminateEventDefinition/>' : definition(end, true)
}

function thrown(what: 'signal' | 'escalation' | 'none'): string {
  return what === 'none' ? '' : definition(what, true)
}

function extensions(content: string): string {
  return content === '' ? '' : `<bpmn:extensionElements>${content}</bpmn:extensionElements>`
}
