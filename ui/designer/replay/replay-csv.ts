import type { ReplayReport } from '../../answers/rehearsals.ts'
import { t } from '../../words/index.ts'
import { reasonText } from './replay-report.ts'

/** A spreadsheet takes it as UTF-8 only with this before it. */
const BOM = '\uFEFF'

/** What a replay found, a line a case; for a spreadsheet. */
export function replayCsv({ cases }: ReplayReport): string {
  const head = [t('replay.caseNo'), t('replay.verdict'), t('replay.why')]
  const rows = cases.map(each => [each.caseNo ?? each.instance, t(`replay.verdict.${each.verdict}`), reasonText(each)])
  return `${BOM}${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Quoted where needed; what a spreadsheet would take for a formula is told to be text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
