/** One line of the table: what was measured, and what is wanted. */
export interface Figure {
  metric: string
  value: number
  /** `/s`, `ms`, `bytes`, `frames` …; empty for ratios. */
  unit: string
  atLeast?: number
  atMost?: number
}

/** A table to read: metric, value, what was wanted, and whether it holds. */
export function tableOf(figures: Figure[]): string {
  const width = Math.max(...figures.map(({ metric }) => metric.length))
  return figures
    .map(figure => {
      const value = `${digits(figure.value)} ${figure.unit}`.trimEnd()
      return `${figure.metric.padEnd(width)}  ${value.padStart(14)}  ${wanted(figure)}`.trimEnd()
    })
    .join('\n')
}

function wanted({ value, atLeast, atMost }: Figure): string {
  if (atLeast !== undefined) return `≥ ${atLeast} ${value >= atLeast ? 'yes' : 'NO'}`
  if (atMost !== undefined) return `≤ ${atMost} ${value <= atMost ? 'yes' : 'NO'}`
  return ''
}

function digits(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 3)
}
