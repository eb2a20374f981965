import { camel } from './camel.ts'

/** A button of a task: choosing it sets `field` to `value`. */
export interface Button {
  field: string
  value: string
  label: string
}

/** Reads the header `actions`. What is not a button is left out; the rules tell of it. */
export function readActions(header: string): Button[] {
  return header.split('|').flatMap(part => {
    const [, field, value, label] = /^\s*([^=]+)=([^:]*):(.*?)\s*$/s.exec(part) ?? []
    return field && value !== undefined && label !== undefined
      ? [{ field: field.trim(), value: value.trim(), label }]
      : []
  })
}

/** Writes buttons as the header `actions`. */
export const writeActions = (buttons: readonly Button[]): string =>
  buttons.map(({ field, value, label }) => `${field}=${value}:${label.replaceAll('|', '／')}`).join('|')

/** A button like those that are there, with a value of its own. */
export function anotherButton(buttons: readonly Button[], label: string, taskId: string): Button {
  const field = buttons[0]?.field ?? `${camel(taskId)}Result`
  const taken = new Set(buttons.map(({ value }) => value))
  let number = buttons.length + 1
  while (taken.has(`option${number}`)) number += 1
  return { field, value: `option${number}`, label }
}
