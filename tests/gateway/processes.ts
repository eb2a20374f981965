import { diagram, flows, serviceTask, timer, userTask } from '../contracts/open-engine.ts'

const steps = (id: string, inner: string, rest = '') =>
  diagram(`<bpmn:startEvent id="s"/>${inner}<bpmn:endEvent id="e"/>`, rest, id)
const boundary = (id: string, of: string, definition: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${of}"><bpmn:outgoing>${id}_caught</bpmn:outgoing>${definition}</bpmn:boundaryEvent>`

/** The diagrams of these tests, by their process ids. */
export const processes = {
  /** One job of type `work`. */
  one: steps('one', `${serviceTask('work')}${flows('s-work', 'work-e')}`),
  /** Begins when there is little left. */
  restock: diagram(
    `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition>
       <bpmn:condition xsi:type="bpmn:tFormalExpression">=stock &lt; 10</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
     ${serviceTask('order').replace('id="order"', 'id="order" name="Order some more"')}<bpmn:endEvent id="e"/>${flows('s-order', 'order-e')}`,
    '',
    'restock',
  ),
  /** Straight through. */
  straight: steps('straight', flows('s-e')),
  /** A job whose error `no-stock` is caught. */
  errand: steps(
    'errand',
    `${serviceTask('buy')}${boundary('sold', 'buy', '<bpmn:errorEventDefinition errorRef="err"/>')}
     <bpmn:endEvent id="caught"/>${flows('s-buy', 'buy-e', 'sold-caught')}`,
    '<bpmn:error id="err" errorCode="no-stock"/>',
  ),
  /** Waits for the message `paid`, by `orderId`. */
  payment: steps(
    'payment',
    `<bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
     ${serviceTask('ship')}${flows('s-wait', 'wait-ship', 'ship-e')}`,
    `<bpmn:message id="m" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=orderId"/></bpmn:extensionElements></bpmn:message>`,
  ),
  /** Begins with the message `ordered`. */
  ordered: diagram(
    `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>${serviceTask('pack')}
     <bpmn:endEvent id="e"/>${flows('s-pack', 'pack-e')}`,
    '<bpmn:message id="m" name="ordered"/>',
    'ordered',
  ),
  /** Waits for the signal `alarm`. */
  alarmed: steps(
    'alarmed',
    `<bpmn:intermediateCatchEvent id="wait"><bpmn:signalEventDefinition signalRef="g"/></bpmn:intermediateCatchEvent>
     ${flows('s-wait', 'wait-e')}`,
    '<bpmn:signal id="g" name="alarm"/>',
  ),
  /** Two jobs in a row. */
  two: steps('two', `${serviceTask('first')}${serviceTask('second')}${flows('s-first', 'first-second', 'second-e')}`),
  /** The same steps under other names. */
  twoAnew: steps(
    'two-anew',
    `${serviceTask('first2')}${serviceTask('second2')}${flows('s-first2', 'first2-second2', 'second2-e')}`,
  ),
  /** A condition on a number that nobody set. */
  choice: steps(
    'choice',
    `<bpmn:exclusiveGateway id="g" default="g_small"/>${serviceTask('large')}${serviceTask('small')}
     ${flows('s-g', 'g-large:=n > 10', 'g-small', 'large-e', 'small-e')}`,
  ),
  /** A user task that is nobody's in particular. */
  errands: steps('errands', `${userTask('do')}${flows('s-do', 'do-e')}`),
  /** A user task whose completion a worker must agree to. */
  supervised: steps(
    'supervised',
    `${userTask('do', '<zeebe:taskListeners><zeebe:taskListener eventType="completing" type="agree"/></zeebe:taskListeners>')}
     ${flows('s-do', 'do-e')}`,
  ),
  /** A user task with a deadline. */
  hurried: steps(
    'hurried',
    `${userTask('do')}${boundary('late', 'do', timer('PT1H'))}<bpmn:endEvent id="caught"/>${flows('s-do', 'do-e', 'late-caught')}`,
  ),
  /** What no engine executes. */
  broken: steps('broken', `<bpmn:serviceTask id="x"/>${flows('s-x', 'x-e')}`),
} as const

/** `discount` of `amount`: 10 from 100 on, else nothing matches. */
export const discountTable = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="prices" name="Prices" namespace="http://example.org">
  <decision id="discount" name="Discount">
    <decisionTable id="table" hitPolicy="UNIQUE">
      <input id="in" label="amount"><inputExpression id="ie" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="out" label="percent" name="percent" typeRef="number"/>
      <rule id="r1"><inputEntry id="i1"><text>&gt;= 100</text></inputEntry><outputEntry id="o1"><text>10</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`

/** A form of one field. */
export const form = JSON.stringify({
  id: 'order',
  type: 'default',
  schemaVersion: 17,
  components: [{ id: 'f1', type: 'textfield', key: 'name', label: 'Name' }],
})
