import type { z } from 'zod'
import { componentProblems } from './component-problems.ts'
import { isObject } from './json.ts'
import type { FormProblem } from './problem-words.ts'
import { componentSchemas, Form } from './schema.ts'

/** The answer to reading a form: the form, or everything in it that 循法 cannot render or check. */
export type ParsedForm = { ok: true; form: Form } | { ok: false; problems: FormProblem[] }

/** Reads a form-js form (parsed JSON); every problem names the component and the key it lies in. */
export function parseForm(json: unknown): ParsedForm {
  const read = Form.safeParse(json)
  const problems = read.success
    ? componentProblems(read.data)
    : read.error.issues.flatMap(issue => fromIssue(json, issue))
  return read.success && problems.length === 0 ? { ok: true, form: read.data } : { ok: false, problems }
}

function fromIssue(json: unknown, issue: z.core.$ZodIssue): FormProblem[] {
  const { componentId, owner, key } = locate(json, issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(name => ({
      componentId,
      key: [...key, name].join('.'),
      id: 'unknownKey',
      params: { key: name },
    }))
  }
  const type = owner?.type
  if (issue.code === 'invalid_union' && key.join('.') === 'type') {
    const expected = Object.keys(componentSchemas).join(', ')
    return [
      {
        componentId,
        key: 'type',
        id: 'unknownType',
        params: { found: String(type ?? ''), expected },
      },
    ]
  }
  return [
    {
      componentId,
      key: key.join('.'),
      id: 'wrongValue',
      params: { message: issue.message },
    },
  ]
}

/** Follows a path into the raw JSON and names the innermost component on the way. */
function locate(json: unknown, path: readonly PropertyKey[]) {
  let value: unknown = json
  let owner = isObject(json) ? json : undefined
  let start = 0
  path.forEach((name, index) => {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
    const isComponent = path[index - 1] === 'components' && isObject(value)
    if (isComponent && isObject(value)) {
      owner = value
      start = index + 1
    }
  })
  const componentId = typeof owner?.id === 'string' ? owner.id : path.slice(0, start).map(String).join('.')
  return { componentId, owner, key: path.slice(start).map(String) }
}
