import { addDays, daysBetween, type OfficeDay } from './office-day.ts'
import type { CalendarYear } from './work-calendar.ts'

/** 2026, as announced on 2025-11-04: 248 working days. */
export const year2026: CalendarYear = {
  year: 2026,
  source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
  holidays: [
    ...period('2026-01-01', '2026-01-03'),
    ...period('2026-02-15', '2026-02-23'),
    ...period('2026-04-04', '2026-04-06'),
    ...period('2026-05-01', '2026-05-05'),
    ...period('2026-06-19', '2026-06-21'),
    ...period('2026-09-25', '2026-09-27'),
    ...period('2026-10-01', '2026-10-07'),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}

function period(first: OfficeDay, last: OfficeDay): OfficeDay[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
}
