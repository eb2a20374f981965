import { CommandRejected, type RejectionType } from '../engine/index.ts'
import { describeError, type FieldError, isMessageId } from '../forms/index.ts'
import { roleName } from '../identity/roles.ts'
import { type Objection, policyWords } from '../policies/index.ts'
import { engineSentence } from './engine-words.ts'
import { fill, type Language, type Params, type Words } from './language.ts'
import type { ProblemJson } from './schemas/problem.ts'
import { otherWords, type ProblemId, type ProblemStatus, problemWords, titles } from './words.ts'

/** A field that is not as it must be; `path` is a JSON pointer into what was sent. */
export interface WrongField {
  path: string
  id: string
  params: Params
}

/** The doors' own no. What the engine and the rules refuse is a CommandRejected. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly id: ProblemId,
    readonly params: Params = {},
    readonly errors?: readonly WrongField[],
  ) {
    super(id)
  }
}

/** Values that the form does not take. */
export function wrongFields(errors: readonly (WrongField | FieldError)[]): Problem {
  return new Problem('form.wrong', { count: errors.length }, errors)
}

/** A rule's objection as the refusal that the gate journals. */
export function refusalOf({ id, params = {}, rule, basis }: Objection): CommandRejected {
  return new CommandRejected('FORBIDDEN', `${rule} objects: ${id}`, { id, params, rule, basis })
}

const idOfRejection: Readonly<Record<RejectionType, ProblemId>> = {
  NOT_FOUND: 'engine.not-found',
  INVALID_STATE: 'engine.invalid-state',
  INVALID_ARGUMENT: 'engine.invalid-argument',
  ALREADY_EXISTS: 'engine.already-exists',
  EXCEEDED_BATCH_RECORD_SIZE: 'engine.too-large',
  FORBIDDEN: 'engine.forbidden',
}

const allWords: Words = { ...otherWords, ...policyWords, ...problemWords }

/** One problem detail (RFC 9457) from anything thrown; what is no answer of ours is a defect, told without its inside. */
export function describeProblem(error: unknown, language: Language, requestId: string): ProblemJson {
  if (error instanceof Problem) return describe(error.id, error.params, language, requestId, error)
  if (!(error instanceof CommandRejected)) return describe('server.defect', {}, language, requestId)
  const { type, reason, detail } = error
  const id = detail?.id && detail.id in allWords ? detail.id : idOfRejection[type]
  return {
    ...describe(
      id,
      { reason: language === 'zh' ? engineSentence(reason) : reason, ...detail?.params },
      language,
      requestId,
    ),
    ...(detail?.rule && describeRule(detail.id, detail.rule, detail.basis ?? [], language)),
  }
}

/** An objection as the refusal a page shows beside a button that is not permitted. */
export function describeObjection(objection: Objection, language: Language, requestId: string): ProblemJson {
  return describeProblem(refusalOf(objection), language, requestId)
}

function describe(
  id: string,
  params: Params,
  language: Language,
  requestId: string,
  { errors }: { errors?: readonly WrongField[] | undefined } = {},
): ProblemJson {
  const status: ProblemStatus = id in problemWords ? problemWords[id as ProblemId].status : 403
  const { closedBy, closedAt } = params as { closedBy?: string; closedAt?: string }
  return {
    type: `urn:xunfa:problem:${id}`,
    title: titles[status][language],
    status,
    detail: say(id, params, language),
    requestId,
    id,
    ...(errors && { errors: errors.map(wrong => ({ ...wrong, message: sayField(wrong, language) })) }),
    ...(closedBy !== undefined && { closedBy: { id: String(params.closedById), name: closedBy } }),
    ...(closedAt !== undefined && { closedAt }),
  }
}

function describeRule(id: string, rule: string, basis: string[], language: Language) {
  const remedy = `${id}.remedy` in allWords ? { remedy: say(`${id}.remedy`, {}, language) } : {}
  return { rule, basis, ...remedy }
}

/** The sentence of a message id; parameters that are message ids or roles are spoken too. */
export function say(id: string, params: Params, language: Language): string {
  const spoken = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, speak(value, language)]))
  return fill(allWords[id]?.[language] ?? id, spoken, language)
}

function speak(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map(item => speak(item, language))
  if (typeof value !== 'string') return value
  if (value.startsWith('role.')) return roleName(value.slice('role.'.length), language)
  return allWords[value]?.[language] ?? value
}

function sayField(wrong: WrongField, language: Language): string {
  if (wrong.id in otherWords || !isMessageId(wrong.id)) return say(wrong.id, wrong.params, language)
  return describeError({ id: wrong.id, params: wrong.params as FieldError['params'] }, language)
}
