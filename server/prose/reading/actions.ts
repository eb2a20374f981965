/** A button as the diagram writes it. */
export interface Action {
  field: string
  value: string
  label: string
}

/** Reads `<field>=<value>:<label>|…`; what is not written so is left out. */
export function readActions(text: string | undefined): Action[] {
  return (text ?? '').split(/[|\n]/).flatMap(part => {
    const [, field, value, label] = /^\s*([A-Za-z_]\w*)=([^:]+):(.+)$/.exec(part) ?? []
    return field && value && label ? [{ field, value: value.trim(), label: label.trim() }] : []
  })
}
