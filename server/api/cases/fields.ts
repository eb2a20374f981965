import type { Component } from '../../forms/index.ts'

type Words = readonly [zh: string, en: string]
/** A value with its words. */
export type Choice = readonly [value: string, zh: string, en: string]

interface Asked {
  isRequired?: boolean
  help?: Words
  /** FEEL that hides the field. */
  hide?: string
  isPersonal?: boolean
  /** It says when something happened; entered late it takes a reason. */
  isFact?: boolean
}

/** One line of text; with a kind its number is checked while it is typed. */
export function line(
  key: string,
  words: Words,
  asked: Asked & { kind?: 'idCard' | 'creditCode' | 'phone'; maxLength?: number } = {},
): Component {
  const { kind, maxLength = 60, isRequired = false } = asked
  const validate = { required: isRequired, maxLength, ...(kind && { validationType: kind }) }
  return { ...placed(key, words, asked), type: 'textfield', validate }
}

/** Text of several lines. */
export function lines(key: string, words: Words, asked: Asked & { maxLength?: number } = {}): Component {
  const { maxLength = 2000, isRequired = false } = asked
  return { ...placed(key, words, asked), type: 'textarea', validate: { required: isRequired, maxLength } }
}

/** A day. */
export function day(key: string, words: Words, asked: Asked = {}): Component {
  const { isRequired: required = false } = asked
  return { ...placed(key, words, asked), type: 'datetime', subtype: 'date', validate: { required } }
}

/** One of several. */
export function choice(key: string, words: Words, values: readonly Choice[], asked: Asked = {}): Component {
  const field = placed(key, words, asked)
  const { isRequired: required = false } = asked
  return { ...field, ...optionsOf(values, field), type: 'select', validate: { required } }
}

/** One of a list that the house knows, by name. */
export function listed(key: string, words: Words, valuesKey: string, asked: Asked = {}): Component {
  const { isRequired: required = false } = asked
  return { ...placed(key, words, asked), valuesKey, type: 'select', searchable: true, validate: { required } }
}

/** Any number of people of a list that the house knows, by name. */
export function people(key: string, words: Words, valuesKey: string, asked: Asked = {}): Component {
  const { isRequired: required = false } = asked
  return { ...placed(key, words, asked), valuesKey, type: 'checklist', validate: { required } }
}

/** Any number of several. */
export function choices(key: string, words: Words, values: readonly Choice[], asked: Asked = {}): Component {
  const field = placed(key, words, asked)
  return { ...field, ...optionsOf(values, field), type: 'checklist' }
}

/** Fields under one heading. */
export function group(id: string, [label, en]: Words, components: Component[], help?: Words): Component {
  const described = help ? { description: help[0] } : {}
  const properties = { 'en.label': en, ...(help && { 'en.description': help[1] }) }
  return { id, type: 'group', label, ...described, properties, components }
}

function placed(key: string, [label, en]: Words, { help, hide, isPersonal, isFact }: Asked) {
  const properties: Record<string, string> = {
    'en.label': en,
    ...(help && { 'en.description': help[1] }),
    ...(isPersonal && { personal: 'true' }),
    ...(isFact && { factTime: 'true' }),
  }
  const described = { ...(help && { description: help[0] }), ...(hide && { conditional: { hide } }) }
  return { id: key, key, label, ...described, properties }
}

function optionsOf(values: readonly Choice[], { properties }: { properties: Record<string, string> }) {
  const english = Object.fromEntries(values.map(([value, , en]) => [`en.option.${value}`, en]))
  return {
    values: values.map(([value, label]) => ({ label, value })),
    properties: { ...properties, ...english },
  }
}
