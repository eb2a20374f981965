import { creditCodeObjection } from '../credit-code.ts'
import { idCardObjection } from '../id-card.ts'
import { typeName } from '../json.ts'
import { type Objection, objection } from '../objections.ts'
import type { TextArea, TextField } from '../schema.ts'
import { evaluate, isExpression, type Scope } from '../scope.ts'
import type { FieldKind } from './field-kind.ts'

type Validation = NonNullable<TextField['validate']>

const email =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i
// Mobile, landline with area code (and extension), service numbers, international with + or 00.
const phone = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|(?:\+|00)[1-9]\d{5,16})$/

/** Text of one or several lines; lengths count characters as a reader does, without the blanks at either end. */
export const textKind: FieldKind<TextField | TextArea> = {
  empty: () => '',
  isEmpty: value => typeof value === 'string' && value.trim() === '',
  type(field, value) {
    if (typeof value !== 'string') return objection('type', { expected: 'text', found: typeName(value) })
    return field.type === 'textfield' && /[\r\n]/.test(value) ? objection('oneLine') : undefined
  },
  check(field, value, scope) {
    const rules = field.validate
    if (!rules || typeof value !== 'string') return []
    return [...lengthObjections(rules, value, scope), ...formObjections(rules, value, scope)]
  },
}

function lengthObjections(rules: Validation, value: string, scope: Scope): Objection[] {
  const length = [...value.trim()].length
  const least = boundOf(rules.minLength, scope)
  const most = boundOf(rules.maxLength, scope)
  const objections: Objection[] = []
  if (least !== undefined && length < least) objections.push(objection('minLength', { least, length }))
  if (most !== undefined && length > most) objections.push(objection('maxLength', { most, length }))
  return objections
}

function formObjections(rules: Validation, value: string, scope: Scope): Objection[] {
  const objections: (Objection | undefined)[] = []
  if (rules.pattern && !new RegExp(rules.pattern).test(value)) {
    const said = rules.patternErrorMessage
    objections.push(said ? objection('custom', { message: said }) : objection('pattern', { pattern: rules.pattern }))
  }
  if (rules.validationType === 'email' && !email.test(value)) objections.push(objection('email'))
  if (rules.validationType === 'phone' && !phone.test(value)) objections.push(objection('phone'))
  if (rules.validationType === 'idCard') objections.push(idCardObjection(value, scope.context.now))
  if (rules.validationType === 'creditCode') objections.push(creditCodeObjection(value))
  return objections.filter(found => found !== undefined)
}

/** A bound written as a number or as an expression that yields one. */
export function boundOf(bound: number | string | undefined, scope: Scope): number | undefined {
  const value = isExpression(bound) ? evaluate(bound, scope) : bound
  return typeof value === 'number' ? value : undefined
}
