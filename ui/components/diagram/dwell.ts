import { t } from '../../words/index.ts'

/** A stretch of time (ms) in at most two units. */
export function dwellText(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return t('diagram.instant')
  if (minutes < 60) return t('diagram.minute', { m: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t('diagram.hour', { h: hours, m: minutes % 60 })
  return t('diagram.day', { d: Math.floor(hours / 24), h: hours % 24 })
}
