// Zero-width and byte-order marks, and soft hyphens, travel along from WPS, Word and web pages.
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g

/** What is left of copied text when only its words are wanted: no invisible characters, ordinary blanks and line breaks. */
export const plainText = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')

/** Plain text on one line. */
export const plainLine = (text: string): string =>
  plainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()

/** Codes and numbers: half-width characters without blanks. */
export const plainCode = (text: string): string => plainText(text).normalize('NFKC').replace(/\s/g, '')

/** Pastes cleaned text where the cursor is, as if it had been typed. */
export function pasteAs(clean: (text: string) => string): (event: ClipboardEvent) => void {
  return event => {
    const input = event.currentTarget as HTMLInputElement | HTMLTextAreaElement
    const text = event.clipboardData?.getData('text/plain')
    if (text === undefined || input.readOnly || input.disabled) return
    event.preventDefault()
    input.setRangeText(clean(text), input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end')
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }
}
