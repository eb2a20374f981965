import { extensionOf, type FlowNode, textOf } from '../../bpmn/index.ts'
import { called, inputsOf, outputsOf } from '../reading.ts'

/** Words by which people grant something, and those that turn them round. */
const GRANTS = /通过|同意|批准|核准|准予|许可|准许|签发|发证|approv|agree|grant|\bpass(?:ed)?\b|permit|accept/i
const DENIES = /不|未|否|非|拒|驳|无|disagree|disapprov|\bnot\b|refus|reject|denied/i

const grants = (text: string | undefined) => text !== undefined && GRANTS.test(text) && !DENIES.test(text)

/** What a node grants: an end by its name, a step by the constant it sets or sends; undefined when it grants nothing. */
export function grantsAt(node: FlowNode): string | undefined {
  if (node.type === 'bpmn:EndEvent') return grants(node.name) || grants(node.id) ? called(node) : undefined
  const script = extensionOf(node.source, 'zeebe:Script')
  const set = [
    ...outputsOf(node),
    // What a job is told to write down is granted as well.
    ...inputsOf(node).filter(({ target }) => target === 'outcome' || target === 'result'),
    ...(script ? [{ target: textOf(script, 'resultVariable') ?? '', source: textOf(script, 'expression') ?? '' }] : []),
  ]
  const approval = set.find(({ source, target }) => {
    const value = source.replace(/^=\s*/, '').trim()
    return /^"[^"]*"$/.test(value) ? grants(value) : value === 'true' && grants(target)
  })
  return approval && `${approval.target} = ${approval.source.replace(/^=\s*/, '')}`
}
