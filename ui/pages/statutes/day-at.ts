const OFFICE_OFFSET_MS = 8 * 3_600_000

/** The day of the office an instant falls on, `2026-11-24`. */
export const dayAt = (instant: number): string => new Date(instant + OFFICE_OFFSET_MS).toISOString().slice(0, 10)
