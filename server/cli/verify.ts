import type { TableDifference } from '../../db/compare-tables.ts'
import { openReader } from '../../db/open.ts'
import type { Projection } from '../../db/projection.ts'
import { isIntact, type VerifyReport, verify } from '../../db/verify.ts'

export interface VerifyCommand {
  /** The database file of the office; it may be in use. */
  path: string
  /** Every reading of the journal, the engine's tables included. */
  readings: readonly Projection[]
  migrationsFolder?: string
  print(line: string): void
}

/**
 * `npm run verify`: proves the chain and every derived table of an office and says what was found.
 * @returns the exit code: 0 if all is as the journal says, else 1.
 */
export function runVerify({ path, print, ...options }: VerifyCommand): 0 | 1 {
  const db = openReader(path)
  const begun = performance.now()
  try {
    const report = verify(db, options)
    for (const line of findings(report)) print(line)
    const minutes = ((performance.now() - begun) / 60_000).toFixed(2)
    print(`${path}: ${minutes} min, newest hash ${report.head}`)
    print(summary(report))
    return isIntact(report) ? 0 : 1
  } finally {
    db.close()
  }
}

/** One line per problem: where, what the journal says, what is there. */
function findings({ fault, personalFault, differences, unexplained }: VerifyReport): string[] {
  return [
    ...(fault ? [`entry ${fault.seq}: ${fault.problem}; expected ${fault.expected}, found ${fault.found}`] : []),
    ...(personalFault
      ? [`entry ${personalFault.seq}: personal value ${personalFault.commitment}: ${personalFault.problem}`]
      : []),
    ...differences.map(describe),
    ...unexplained.map(table => `table ${table}: no reading of the journal owns it`),
  ]
}

function describe({ table, key, expected, found }: TableDifference): string {
  const shown = (row: TableDifference['found']) => (row ? JSON.stringify(row) : 'no row')
  return `table ${table}, ${key}: expected ${shown(expected)}, found ${shown(found)}`
}

function summary({ entries, fault, personalFault, redacted, equal, differences }: VerifyReport): string {
  const chain = fault || personalFault ? 'chain broken' : 'chain intact'
  const tables = `${equal.length} tables equal${differences.length > 0 ? `, ${differences.length} not` : ''}`
  return `${entries} entries, ${chain}, ${tables}${redacted > 0 ? `, ${redacted} personal values deleted` : ''}`
}
