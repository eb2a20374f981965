/** The only door into the room of prose: a diagram as Chinese text, the text as a diagram, two diagrams compared. Pure, for server and browser. */
export { calledIn, type Outline, OutlineIndex, type Part } from './outline.ts'
export { readOutline } from './read-outline.ts'
export { type Names, namesWith } from './reading/names.ts'
export { type ReadingSentence, readingText } from './reading/reading-text.ts'
export { isSameOutline } from './same-outline.ts'
export { type ParsedText, parseFullText } from './text/parse-full-text.ts'
export type { TextFault } from './text/text-fault.ts'
export { fullTextLines, type TextLine, writeFullText } from './text/write-full-text.ts'
