/** Asks for the working days of a year; resolves to whether they were entered. */
export async function openCalendarYear(): Promise<boolean> {
  const [{ askDialog }, { CalendarYearDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./calendar-year-dialog.ts'),
  ])
  return (await askDialog(new CalendarYearDialog())) ?? false
}
