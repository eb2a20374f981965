import {
  calledIn,
  isFlow,
  isGateway,
  isNode,
  type Outline,
  OutlineIndex,
  type Part,
} from '../../../server/prose/index.ts'
import type { WordId } from '../../words/index.ts'
import type { Edit } from '../edits.ts'

/** What is asked for before a part is changed. */
export interface ActField {
  name: string
  label: WordId
  /** What stands there already. */
  value: string
  /** To be chosen from; absent where it is typed. */
  options?: readonly { value: string; label: string }[]
  /** Offered while one types. */
  proposals?: readonly { value: string; label: string }[]
  isOptional?: boolean
}

/** Something that can be done to a part from the keyboard: its key, what is asked, and what it changes. */
export interface PartAct {
  id: 'rename' | 'append' | 'connect' | 'role' | 'limit' | 'basis' | 'condition' | 'default' | 'remove'
  /** As `KeyboardEvent.key` gives it. */
  keys: readonly string[]
  /** As it is written on the button. */
  shortcut: string
  fits(part: Part, outline: Outline): boolean
  fields(part: Part, given: Given): readonly ActField[]
  edits(part: Part, answers: Readonly<Record<string, string>>): readonly Edit[]
}

/** What acts choose from. */
export interface Given {
  outline: Outline
  /** Kinds of steps that can be added: a template's id or a type. */
  steps: readonly { value: string; label: string }[]
  limits: readonly { value: string; label: string }[]
  /** The roles of the office, each as those who have it where the case is handled. */
  roles: readonly { value: string; label: string }[]
}

const isUserTask = ({ type }: Part): boolean => type === 'bpmn:UserTask'
const goesOn = (part: Part): boolean => isNode(part) && part.type !== 'bpmn:EndEvent'
const headerEdit = (elementId: string, key: string, value = ''): Edit =>
  value.trim() === ''
    ? { kind: 'remove-header', elementId, key }
    : { kind: 'set-header', elementId, key, value: value.trim() }

/** Everything that can be done to a part, in the order of the buttons. */
export const partActs: readonly PartAct[] = [
  {
    ...{ id: 'rename', keys: ['Enter', 'F2'], shortcut: 'Enter', fits: () => true },
    fields: ({ properties }) => [
      { name: 'name', label: 'prose.field.name', value: properties.name ?? '', isOptional: true },
    ],
    edits: ({ id }, { name = '' }) => [{ kind: 'rename', elementId: id, name }],
  },
  {
    ...{ id: 'append', keys: ['+', '=', 'Insert'], shortcut: '+', fits: goesOn },
    fields: (_, { steps }) => [
      { name: 'what', label: 'prose.field.what', value: steps[0]?.value ?? '', options: steps },
      { name: 'name', label: 'prose.field.name', value: '', isOptional: true },
    ],
    edits: ({ id }, { what = '', name = '' }) => [appended(id, what, name)],
  },
  {
    ...{ id: 'connect', keys: ['c', 'C'], shortcut: 'C', fits: goesOn },
    fields: (part, { outline }) => [
      { name: 'to', label: 'prose.field.target', value: '', options: besides(part, outline) },
      { name: 'name', label: 'prose.field.name', value: '', isOptional: true },
      ...(isGateway(part) ? [conditionField('')] : []),
    ],
    edits: ({ id }, { to = '', name = '', condition = '' }) => [
      { kind: 'connect', from: id, to, ...(name && { name }), ...(condition && { condition }) },
    ],
  },
  {
    ...{ id: 'role', keys: ['r', 'R'], shortcut: 'R', fits: isUserTask },
    fields: ({ properties }, { outline, roles }) => [
      {
        ...{ name: 'groups', label: 'prose.field.groups', isOptional: true },
        value: properties['assignment:candidateGroups'] ?? '',
        proposals: distinct([...roles, ...groupsIn(outline)]),
      },
    ],
    edits: ({ id }, { groups = '' }) => [{ kind: 'set-assignment', elementId: id, candidateGroups: groups }],
  },
  {
    ...{ id: 'limit', keys: ['l', 'L'], shortcut: 'L', fits: isUserTask },
    fields: ({ properties }, { limits }) => [
      { name: 'limit', label: 'prose.field.limit', value: properties['header:limit'] ?? '', options: limits },
    ],
    edits: ({ id }, { limit }) => [headerEdit(id, 'limit', limit)],
  },
  {
    ...{ id: 'basis', keys: ['b', 'B'], shortcut: 'B', fits: isUserTask },
    fields: ({ properties }) => [
      { name: 'basis', label: 'prose.field.basis', value: properties['header:basis'] ?? '', isOptional: true },
    ],
    edits: ({ id }, { basis }) => [headerEdit(id, 'basis', basis)],
  },
  {
    ...{ id: 'condition', keys: ['i', 'I'], shortcut: 'I', fits: leavesGateway },
    fields: ({ properties }) => [conditionField(properties.condition ?? '')],
    edits: ({ id }, { condition = '' }) =>
      condition.trim() === ''
        ? [{ kind: 'remove-condition', elementId: id }]
        : [{ kind: 'set-condition', elementId: id, expression: condition }],
  },
  {
    ...{ id: 'default', keys: ['d', 'D'], shortcut: 'D', fits: leavesGateway },
    fields: () => [],
    edits: ({ id, properties }) => [
      { kind: 'remove-condition', elementId: id },
      { kind: 'set-default-flow', elementId: properties.sourceRef ?? '', flowId: id },
    ],
  },
  {
    ...{ id: 'remove', keys: ['Delete', 'Backspace'], shortcut: 'Delete' },
    fits: ({ type }) => type !== 'bpmn:Process',
    fields: () => [],
    edits: ({ id }) => [{ kind: 'remove', elementId: id }],
  },
]

const conditionField = (value: string): ActField => ({
  ...{ name: 'condition', label: 'prose.field.condition', value, isOptional: true },
})

function appended(after: string, what: string, name: string): Edit {
  const [type = 'bpmn:UserTask', template] = what.split(' ')
  return { kind: 'append', after, type, ...(name && { name }), ...(template && { template }) }
}

function leavesGateway(part: Part, outline: Outline): boolean {
  const source = outline.parts.find(({ id }) => id === part.properties.sourceRef)
  return isFlow(part) && source !== undefined && isGateway(source) && source.type !== 'bpmn:ParallelGateway'
}

/** Where a part may go on: what lies beside it and can be arrived at. */
function besides(part: Part, outline: Outline): { value: string; label: string }[] {
  const index = new OutlineIndex(outline)
  const targets = index
    .within(part.scope)
    .filter(each => isNode(each) && each.type !== 'bpmn:StartEvent' && each.id !== part.id)
  return targets.map(target => ({ value: target.id, label: calledIn(target) }))
}

const distinct = (choices: readonly { value: string; label: string }[]) => [
  ...new Map(choices.toReversed().map(each => [each.value, each])).values(),
]

/** Whom other steps of this diagram are for, with one of them. */
function groupsIn({ parts }: Outline): { value: string; label: string }[] {
  const byGroups = new Map(
    parts.flatMap(part => {
      const groups = part.properties['assignment:candidateGroups']
      return groups === undefined ? [] : [[groups, calledIn(part)] as const]
    }),
  )
  return [...byGroups].map(([value, label]) => ({ value, label }))
}
