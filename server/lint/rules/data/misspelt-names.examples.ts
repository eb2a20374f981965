import { bundle, type Examples, end, script } from '../../small-bundle.testing.ts'

const reading = (name: string) =>
  bundle({
    nodes: [script('init', '="none"', 'firstOpinion'), script('copy', `=${name}`, 'shown'), end('end')],
    flows: ['start > init > copy > end'],
  })
const showing = (text: string) =>
  bundle({
    nodes: [script('init', '="none"', 'firstOpinion'), end('end')],
    flows: ['start > init > end'],
    forms: { start: [{ id: 'words', type: 'text', text }] },
  })

/** What `misspelt-names` passes, and what it tells. */
export const misspeltNamesExamples: Examples = {
  good: [reading('firstOpinion'), reading('somethingElse'), showing('意见：{{firstOpinion}}')],
  bad: [
    [reading('firstOpinon'), 'copy'],
    [reading('firstopinion'), 'copy'],
    [showing('意见：{{fisrtOpinion}}'), 'words'],
    [showing('=if firstOpinions = "x" then "a" else "b"'), 'words'],
  ],
}
