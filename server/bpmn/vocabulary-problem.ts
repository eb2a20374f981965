/** What nobody reads, or nobody understands, in a diagram. */
export interface VocabularyProblem {
  elementId: string
  key: string
  /** `unknown-key`: nobody reads it. `malformed`: the value is not what the key holds. */
  kind: 'unknown-key' | 'malformed'
  found: string
}
