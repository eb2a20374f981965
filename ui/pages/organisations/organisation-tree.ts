import type { Organisation } from '../../api-types.ts'

/** An organisation with how deep it lies below the top. */
export interface Branch {
  organisation: Organisation
  depth: number
  /** Whether something lies below it. */
  isParent: boolean
}

/**
 * The tree from its tops down, each organisation followed by what lies below it; what names an unknown one above it is a top.
 * @param isOpen whether what lies below an organisation at that depth is shown
 */
export function branchesOf(
  organisations: readonly Organisation[],
  isOpen: (organisation: Organisation, depth: number) => boolean = () => true,
): Branch[] {
  const ids = new Set(organisations.map(({ orgId }) => orgId))
  const placeOf = ({ parent }: Organisation) => (parent !== null && ids.has(parent) ? parent : '')
  const walk = (parent: string, depth: number): Branch[] =>
    organisations
      .filter(each => placeOf(each) === parent)
      .flatMap(organisation => {
        const isParent = organisations.some(each => placeOf(each) === organisation.orgId)
        const below = isParent && isOpen(organisation, depth) ? walk(organisation.orgId, depth + 1) : []
        return [{ organisation, depth, isParent }, ...below]
      })
  return walk('', 0)
}
