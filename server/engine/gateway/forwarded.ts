/** Headers by which those in between tell that they pass a request on. */
const TELLING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request says that it was passed on. @param has whether it carries a header */
export function isForwarded(has: (header: string) => boolean): boolean {
  return TELLING.some(has)
}
