import { bundle, type Examples, element, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const review = task('review', { kind: 'legal-review-first', actions: 'opinion=yes:同意|opinion=no:不同意' })
const facts = ['publicInterest', 'majorRights', 'complexRelations', 'lawRequires']
const asked = facts.map((key, index) => ({ type: 'checkbox' as const, id: `c${index}`, key, label: key }))

/** Reviewed when a condition says so; else straight to the decision. */
const reviewedIf = (condition: string) =>
  bundle({
    nodes: [
      ...[task('fill'), exclusive('x', 'x--decide'), review],
      ...[task('decide', { kind: 'case-decision', basis: '行政处罚法 第58条' }), end('end')],
    ],
    flows: ['start > fill > x', `x > review : =${condition}`, 'review > decide', 'x > decide', 'decide > end'],
    forms: { fill: asked },
  })

/** A table that sees some of the situations, one row each. */
const table = (seen: readonly string[]) => ({
  name: 'see.dmn',
  content: `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d"><decision id="see" name="see"><decisionTable id="t" hitPolicy="COLLECT">${facts
    .map(
      name =>
        `<input id="i-${name}"><inputExpression id="e-${name}" typeRef="boolean"><text>${name}</text></inputExpression></input>`,
    )
    .join('')}<output id="o" name="clause" typeRef="number"/>${seen
    .map(
      (name, row) =>
        `<rule id="r${row}">${facts.map(other => `<inputEntry id="r${row}-${other}"><text>${other === name ? 'true' : '-'}</text></inputEntry>`).join('')}<outputEntry id="r${row}-o"><text>${row + 1}</text></outputEntry></rule>`,
    )
    .join('')}</decisionTable></decision></definitions>`,
})
const seeing = (...seen: string[]) =>
  bundle({
    nodes: [
      script('init', '=1', 'one'),
      element('businessRuleTask', 'see', '<zeebe:calledDecision decisionId="see" resultVariable="clauses"/>'),
      ...[review, end('end')],
    ],
    flows: ['start > init > see > review > end'],
    files: [table(seen)],
  })

export const article58ReviewedExamples: Examples = {
  good: [reviewedIf('publicInterest or majorRights or complexRelations or lawRequires'), seeing(...facts)],
  bad: [
    [reviewedIf('publicInterest or majorRights or complexRelations'), 'decide'],
    [seeing('publicInterest', 'majorRights', 'lawRequires'), 'see'],
  ],
}
