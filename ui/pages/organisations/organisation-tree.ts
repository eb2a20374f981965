import type { Organisation } from '../../api-types.ts'

/** An organisation with how deep it lies below the top. */
export interface Branch {
  organisation: Organisation
  depth: number
}

/** The tree from its tops down, each organisation followed by what lies below it; what names an unknown one above it is a top. */
export function branchesOf(organisations: readonly Organisation[]): Branch[] {
  const ids = new Set(organisations.map(({ orgId }) => orgId))
  const placeOf = ({ parent }: Organisation) => (parent !== null && ids.has(parent) ? parent : '')
  const walk = (parent: string, depth: number): Branch[] =>
    organisations
      .filter(each => placeOf(each) === parent)
      .flatMap(organisation => [{ organisation, depth }, ...walk(organisation.orgId, depth + 1)])
  return walk('', 0)
}
