/** Where a register that is listed is taken away as a file, with the same filter as its list. */
export const listFile = (register: string, filter: Record<string, string>): string => {
  const text = new URLSearchParams(filter).toString()
  return `/api/registers/${register}/file${text ? `?${text}` : ''}`
}
