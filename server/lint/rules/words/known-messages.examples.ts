import { bundle, type Examples, element, end, job } from '../../small-bundle.testing.ts'

const sending = (name: string) => ({
  nodes: [job('tell', 'publish-message', { messageName: `="${name}"` }), end('end')],
  flows: ['start > tell > end'],
})
const awaiting = (name: string) => ({
  nodes: [
    element('intermediateCatchEvent', 'wait', '', {}, '<bpmn:messageEventDefinition messageRef="m"/>'),
    end('end'),
  ],
  flows: ['start > wait > end'],
  roots: element('message', 'm', '<zeebe:subscription correlationKey="=id"/>', { name }),
})

/** What `known-messages` passes, and what it tells. */
export const knownMessagesExamples: Examples = {
  good: [bundle(sending('msg.case.closed')), bundle(awaiting('msg.case.closed'))],
  bad: [
    [bundle(sending('msg.case.close')), 'tell'],
    [bundle(awaiting('closed')), 'wait'],
  ],
}
