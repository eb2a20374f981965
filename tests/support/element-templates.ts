import { z } from 'zod'

const binding = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('zeebe:userTask') }),
  z.strictObject({ type: z.literal('zeebe:taskHeader'), key: z.string().min(1) }),
  z.strictObject({ type: z.literal('zeebe:input'), name: z.string().min(1) }),
  z.strictObject({ type: z.literal('zeebe:taskDefinition'), property: z.enum(['type', 'retries']) }),
  z.strictObject({ type: z.literal('zeebe:formDefinition'), property: z.enum(['formId', 'externalReference']) }),
  z.strictObject({
    type: z.literal('zeebe:assignmentDefinition'),
    property: z.enum(['assignee', 'candidateGroups', 'candidateUsers']),
  }),
  z.strictObject({ type: z.literal('bpmn:Message#property'), name: z.literal('name') }),
  z.strictObject({
    type: z.literal('bpmn:Message#zeebe:subscription#property'),
    name: z.literal('correlationKey'),
  }),
])

const property = z
  .strictObject({
    id: z.string().optional(),
    label: z.string().min(1).optional(),
    description: z.string().optional(),
    type: z.enum(['String', 'Text', 'Boolean', 'Number', 'Dropdown', 'Hidden']),
    group: z.string().optional(),
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    feel: z.enum(['optional', 'required', 'static']).optional(),
    optional: z.literal(true).optional(),
    choices: z.array(z.strictObject({ name: z.string().min(1), value: z.string() })).optional(),
    binding,
    constraints: z
      .strictObject({
        notEmpty: z.boolean().optional(),
        pattern: z.strictObject({ value: z.string(), message: z.string() }).optional(),
      })
      .optional(),
  })
  .refine(({ type, label }) => type === 'Hidden' || label !== undefined, 'what people fill in has a label')
  .refine(({ type, choices }) => (type === 'Dropdown') === (choices !== undefined), 'choices are of a dropdown')

/** The format of an element template as the editor of diagrams reads it (bpmn.io, the dialect of Zeebe), as far as ours use it. */
export const ElementTemplate = z
  .strictObject({
    $schema: z.url(),
    name: z.string().min(1),
    id: z.string().regex(/^xunfa\.[a-z0-9-]+$/),
    version: z.number().int().min(1),
    description: z.string().min(1),
    appliesTo: z.array(z.string().regex(/^bpmn:\w+$/)).min(1),
    elementType: z.strictObject({
      value: z.enum(['bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:BoundaryEvent']),
      eventDefinition: z.literal('bpmn:MessageEventDefinition').optional(),
    }),
    groups: z.array(z.strictObject({ id: z.string(), label: z.string().min(1) })),
    properties: z.array(property).min(1),
  })
  .refine(
    ({ groups, properties }) => properties.every(({ group }) => !group || groups.some(({ id }) => id === group)),
    'a group that is not there',
  )
export type ElementTemplate = z.infer<typeof ElementTemplate>

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&#34;').replaceAll('<', '&lt;')

/** What a template makes of an empty element: its values where nobody enters others (by the ids of its properties). */
export function applied({ properties }: ElementTemplate, entered: Readonly<Record<string, string>> = {}) {
  const values = properties.map(({ id, value, binding: to, constraints }) => {
    const text = (id === undefined ? undefined : entered[id]) ?? (value === undefined ? undefined : String(value))
    if (constraints?.notEmpty && !text) throw new Error(`Expected a value of '${id}'`)
    if (constraints?.pattern && text && !new RegExp(constraints.pattern.value).test(text))
      throw new Error(`'${text}' is no '${id}': ${constraints.pattern.message}`)
    return { to, text }
  })
  const of = <T extends z.infer<typeof binding>['type']>(type: T) =>
    values.flatMap(({ to, text }) =>
      to.type === type && text !== undefined ? [{ to: to as Extract<z.infer<typeof binding>, { type: T }>, text }] : [],
    )
  const attributes = (list: readonly { to: { property: string }; text: string }[]) =>
    list.map(({ to, text }) => `${to.property}="${escaped(text)}"`).join(' ')
  const element = (name: string, written: string) => (written ? `<zeebe:${name} ${written} />` : '')
  const inputs = of('zeebe:input').map(
    ({ to, text }) => `<zeebe:input source="${escaped(text)}" target="${to.name}" />`,
  )
  const headers = of('zeebe:taskHeader').map(
    ({ to, text }) => `<zeebe:header key="${to.key}" value="${escaped(text)}" />`,
  )
  return {
    extension: [
      values.some(({ to }) => to.type === 'zeebe:userTask') ? '<zeebe:userTask />' : '',
      element('taskDefinition', attributes(of('zeebe:taskDefinition'))),
      element('formDefinition', attributes(of('zeebe:formDefinition'))),
      element('assignmentDefinition', attributes(of('zeebe:assignmentDefinition'))),
      inputs.length > 0 ? `<zeebe:ioMapping>${inputs.join('')}</zeebe:ioMapping>` : '',
      headers.length > 0 ? `<zeebe:taskHeaders>${headers.join('')}</zeebe:taskHeaders>` : '',
    ].join(''),
    message: {
      name: of('bpmn:Message#property')[0]?.text ?? '',
      correlationKey: escaped(of('bpmn:Message#zeebe:subscription#property')[0]?.text ?? ''),
    },
  }
}
