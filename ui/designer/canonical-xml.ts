/** Prefixes in the order in which they are declared; others follow by name. */
const PREFIXES = ['bpmn', 'bpmndi', 'dc', 'di', 'zeebe', 'modeler', 'xsi', 'bioc', 'color']

/**
 * Puts the text of a diagram as bpmn-moddle writes it into the one form in which diagrams are kept: a shape or an edge of
 * the drawing is one line, declarations stand in one order, characters are escaped in one way. So a moved shape is one
 * changed line, and loading and saving gives the same bytes.
 */
export function canonicalXml(xml: string): string {
  return `${onOneLine(escaped(declared(xml))).trimEnd()}\n`
}

/** The declarations of the root in their order, before its other attributes. */
function declared(xml: string): string {
  return xml.replace(/<((?:\w+:)?definitions)((?:\s+[\w:.-]+="[^"]*")*)/, (_, name: string, attributes: string) => {
    const all = [...attributes.matchAll(/\s+([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => ({ key, value }))
    const isDeclaration = ({ key }: { key: string }) => key.startsWith('xmlns')
    const declarations = all
      .filter(isDeclaration)
      .sort((a, b) => placeOf(a.key) - placeOf(b.key) || (a.key < b.key ? -1 : 1))
    const others = all.filter(each => !isDeclaration(each))
    return `<${name}${[...declarations, ...others].map(({ key, value }) => ` ${key}="${value}"`).join('')}`
  })
}

function placeOf(key: string): number {
  const place = PREFIXES.indexOf(key.slice('xmlns:'.length))
  return place < 0 ? PREFIXES.length : place
}

/** Numbers of characters as their names; a quotation mark needs its number in attributes alone. */
const escaped = (xml: string) =>
  xml.replaceAll('&#60;', '&lt;').replaceAll('&#62;', '&gt;').replaceAll('&#38;', '&amp;').replaceAll('&#39;', "'")

/** Each shape and edge of the drawing on a line of its own. */
const onOneLine = (xml: string) =>
  xml.replace(/<bpmndi:(BPMNShape|BPMNEdge)\b[\s\S]*?<\/bpmndi:\1>/g, drawn => drawn.replaceAll(/>\s+</g, '><'))
