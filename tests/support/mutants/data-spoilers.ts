import type { Resource } from '../../../server/lint/index.ts'
import { diagramOf, everywhere, type Mutant, replaced, type Spoiler } from './mutant.ts'

interface FormJson {
  components: { key?: string; components?: FormJson['components'] }[]
}

const conditionsOf = (resources: readonly Resource[]): string =>
  [...diagramOf(resources).content.matchAll(/<bpmn:conditionExpression[^>]*>([^<]*)</g)]
    .map(([, text]) => text)
    .join(' ')

/** Forms, each without a field that a condition of the diagram asks for by name. */
function withoutAskedField(resources: readonly Resource[]): Mutant[] {
  const conditions = conditionsOf(resources)
  return resources
    .filter(({ name }) => name.endsWith('.form'))
    .flatMap(form => {
      const json = JSON.parse(form.content) as FormJson
      return json.components.flatMap((component, index) => {
        if (component.key === undefined || !new RegExp(`\\b${component.key}\\b`).test(conditions)) return []
        const components = json.components.filter((_, other) => other !== index)
        return [
          {
            at: `${form.name} ${component.key}`,
            resources: replaced(resources, form, JSON.stringify({ ...json, components })),
          },
        ]
      })
    })
}

/** First values, each without one that a condition asks for. */
function withoutAskedInitial(resources: readonly Resource[]): Mutant[] {
  const conditions = conditionsOf(resources)
  return everywhere(resources, /\s*<zeebe:output source="=initial\.(\w+)" target="\w+" \/>/g, (_, name) =>
    new RegExp(`\\b${name}\\b`).test(conditions) ? '' : undefined,
  )
}

/** Forms, table and values. */
export const dataSpoilers: readonly Spoiler[] = [
  {
    name: '条件要问的表单字段去掉',
    letPass: '发起的人或者上一个流程也可以带来这个字段',
    rules: ['written-before-read', 'flow-never-taken'],
    mutate: withoutAskedField,
  },
  {
    name: '表单显示条件里的字段写错',
    rules: ['form-conditions'],
    mutate: all =>
      all.flatMap(form => {
        if (!form.name.endsWith('.form')) return []
        return [...form.content.matchAll(/("hide":\s*"=if )(?!list )(\w+)/g)].map(
          ({ index, 0: found, 2: name = '' }) => ({
            at: `${form.name} ${name}`,
            resources: replaced(
              all,
              form,
              `${form.content.slice(0, index)}${found}Of${form.content.slice(index + found.length)}`,
            ),
          }),
        )
      }),
  },
  {
    name: '表单文件去掉',
    rules: ['form-present'],
    mutate: all =>
      all
        .filter(({ name }) => name.endsWith('.form'))
        .map(form => ({ at: form.name, resources: replaced(all, form, undefined) })),
  },
  {
    name: '任务的表单写错',
    rules: ['form-present'],
    mutate: all => everywhere(all, /<zeebe:formDefinition formId="([^"]+)/g, found => `${found}x`),
  },
  {
    name: '条件要问的初值去掉',
    letPass: '读它之前另有一步总会写它，初值可有可无',
    rules: ['written-before-read', 'misspelt-names'],
    mutate: withoutAskedInitial,
  },
]
