import type { BundleFile } from './bundle-files.ts'

/** The scenarios that came with the product; the engine is not given them, so they are remembered beside it. */
export interface ShippedScenarios {
  /** @param checksum of the diagram that they prove, SHA-256 of its content, hex */
  put(checksum: string, files: readonly BundleFile[]): void
  /** Those of a version that came with the product as it is now; none of any other. */
  of(version: { checksum: string }): readonly BundleFile[]
}

/** Opens the list, empty until the product's procedures are read. */
export function openShippedScenarios(): ShippedScenarios {
  const byDiagram = new Map<string, readonly BundleFile[]>()
  return {
    put: (checksum, files) => void byDiagram.set(checksum, files),
    of: ({ checksum }) => byDiagram.get(checksum) ?? [],
  }
}
