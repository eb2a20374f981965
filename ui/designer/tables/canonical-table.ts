/** Elements that hold one thing: each is kept as the file has it, a new one stands on a line of its own. */
const SMALL =
  /<((?:\w+:)?(?:inputEntry|outputEntry|inputExpression|inputValues|outputValues|DMNShape))\b[^>]*\bid="([^"]+)"[^>]*>[\s\S]*?<\/\1>/g
const TABLE = /<((?:\w+:)?decisionTable)\b([^>]*)>/g

/**
 * A file of decisions as it is kept after it was edited: what nobody touched stays as it was written, a changed cell is a
 * changed line. Nothing changed gives the same bytes.
 *
 * @param original the file as it was opened
 * @param opened what the editor writes of it before anything was touched
 * @param edited what the editor writes now
 */
export function canonicalTable(original: string, opened: string, edited: string): string {
  if (edited === opened) return original
  const asWritten = new Map([...original.matchAll(SMALL)].map(([text, , id]) => [id, text]))
  const small = edited.replace(SMALL, (text: string, _tag: string, id: string) => {
    const before = asWritten.get(id)
    return before !== undefined && bare(before) === bare(text) ? before : text.replaceAll(/>\s+</g, '><')
  })
  return `${withPolicies(small, original, opened).trimEnd()}\n`
}

/** The editor leaves a policy out that holds anyway; a file that says it goes on saying it. */
function withPolicies(edited: string, original: string, opened: string): string {
  const policies = (xml: string) =>
    new Map(
      [...xml.matchAll(TABLE)].map(([, , attributes = '']) => [
        attributeOf(attributes, 'id'),
        attributeOf(attributes, 'hitPolicy'),
      ]),
    )
  const said = policies(original)
  const kept = policies(opened)
  return edited.replace(TABLE, (tag: string, _: string, attributes: string) => {
    const id = attributeOf(attributes, 'id')
    const policy = said.get(id)
    const isLeftOut =
      policy !== undefined && kept.get(id) === undefined && attributeOf(attributes, 'hitPolicy') === undefined
    return isLeftOut ? tag.replace(/(\/?>)$/, ` hitPolicy="${policy}"$1`) : tag
  })
}

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]

/** An element without line breaks, its attributes in one order. */
const bare = (xml: string): string =>
  xml
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/<([\w:]+)((?:\s+[\w:]+="[^"]*")+)/g, (_, name: string, attributes: string) =>
      [`<${name}`, ...(attributes.match(/[\w:]+="[^"]*"/g) ?? []).sort()].join(' '),
    )
