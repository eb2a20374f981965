import type { Severity } from '../../../server/lint/index.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** What bars publishing first; within one weight as the rules told it. */
export function inOrder<T extends { severity: Severity }>(problems: readonly T[]): T[] {
  return [...problems].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

/** How many of each weight. */
export function counted(problems: readonly { severity: Severity }[]): Record<Severity, number> {
  const count = (severity: Severity) => problems.filter(problem => problem.severity === severity).length
  return { error: count('error'), warning: count('warning'), hint: count('hint') }
}

/** Which elements wear a mark on the canvas, each once with the heaviest. */
export function marksOf<T extends { elementId: string; severity: Severity }>(problems: readonly T[]) {
  const marks = new Map<string, Severity>()
  for (const { elementId, severity } of inOrder(problems))
    if (elementId !== '' && severity !== 'hint' && !marks.has(elementId)) marks.set(elementId, severity)
  return [...marks].map(([elementId, severity]) => ({ elementId, severity }))
}
