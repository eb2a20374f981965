/** What stands for a file in a rehearsal: its name, and content that shows no more than that it is there. */
export interface SampleFile {
  name: string
  content: Uint8Array<ArrayBuffer>
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const PAGE = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
trailer
<< /Size 4 /Root 1 0 R >>
%%EOF
`

/** No content of a real file enters a rehearsal: a picture stays a picture, everything else is an empty page. */
export function sampleFile(name: string): SampleFile {
  if (/\.(png|jpe?g|webp|heic)$/i.test(name)) return { name: ended(name, 'png'), content: bytesOf(atob(PIXEL)) }
  return { name: ended(name, 'pdf'), content: bytesOf(PAGE) }
}

const ended = (name: string, ending: string) => `${name.replace(/\.[^.]*$/, '')}.${ending}`

const bytesOf = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
