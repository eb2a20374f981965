/** Offices at a street that see what is handed in for it. */
export const MATTER_READERS: readonly string[] = [
  ...['street-dispatcher', 'center-director', 'subdistrict-deputy', 'subdistrict-head'],
]
