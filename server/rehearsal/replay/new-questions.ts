import type { House } from '../../api/house.ts'
import type { Variables } from '../../engine/index.ts'
import type { Component, Form } from '../../forms/index.ts'
import { parseForm } from '../../forms/parse-form.ts'
import type { BundleFile } from '../scenario.ts'

/** What a version asks that the one before did not: answers to it were never given. */
export interface NewQuestions {
  /** What of a recorded completion is missing now. */
  missingIn(
    elementId: string,
    given: { action?: string; variables: Variables },
  ): { kind: 'field' | 'action'; what: string } | undefined
}

/** The version in force asks nothing new. */
export const nothingNew: NewQuestions = { missingIn: () => undefined }

/**
 * Compares what a draft asks at each task with what the version in force asks there.
 * @param office where the version in force is, with its forms
 * @param rehearsal where the draft is published
 */
export async function newQuestions(
  { office, from }: { office: House; from: string },
  { rehearsal, to }: { rehearsal: House; to: string },
  files: readonly BundleFile[],
): Promise<NewQuestions> {
  const [before, after] = await Promise.all([office.diagrams.get(from), rehearsal.diagrams.get(to)])
  const forms = formsIn(files)
  return {
    missingIn(elementId, { action, variables }) {
      const words = after.taskWords(elementId)
      const actions = words?.actions ?? []
      if (action !== undefined && actions.length > 0 && !actions.some(each => each.action === action))
        return { kind: 'action', what: action }
      if (action === undefined && actions.length > 0 && (before.taskWords(elementId)?.actions.length ?? 0) === 0)
        return { kind: 'action', what: actions.map(({ label }) => label).join('、') }
      const form = words?.formId === undefined ? undefined : forms.get(words.formId)
      const earlier = before.taskWords(elementId)?.formId
      const known = earlier === undefined ? new Set<string>() : requiredKeys(latestForm(office, earlier))
      const missing = [...requiredKeys(form)].filter(key => !known.has(key) && variables[key] === undefined)
      return missing.length > 0 ? { kind: 'field', what: missing.join('、') } : undefined
    },
  }
}

function formsIn(files: readonly BundleFile[]): Map<string, Form> {
  const read = files
    .filter(({ name }) => name.endsWith('.form'))
    .flatMap(({ content }) => {
      const parsed = parseForm(JSON.parse(content))
      return parsed.ok ? [parsed.form] : []
    })
  return new Map(read.map(form => [form.id, form]))
}

/** As the office has it in force: the same that is asked when a task of it is opened. */
function latestForm({ publishedFiles }: House, formId: string): Form | undefined {
  const file = publishedFiles.ofForm(formId)
  const parsed = file && parseForm(JSON.parse(file.content))
  return parsed?.ok ? parsed.form : undefined
}

/** Keys of fields that must be filled in and are not only shown under a condition. */
function requiredKeys(form: Form | undefined): Set<string> {
  return new Set((form?.components ?? []).flatMap(keysOf))
}

function keysOf(component: Component): string[] {
  if ('conditional' in component && component.conditional) return []
  const isRequired =
    'validate' in component && (component.validate as { required?: unknown } | undefined)?.required === true
  return isRequired && 'key' in component && typeof component.key === 'string' ? [component.key] : []
}
