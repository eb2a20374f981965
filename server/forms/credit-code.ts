import { type Objection, objection } from './objections.ts'

const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The last character of a unified social credit code (GB 32100-2015, MOD 31), from its first 17. */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += digits.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return digits[(31 - (sum % 31)) % 31] ?? ''
}

/** What is wrong with a unified social credit code (GB 32100-2015), if anything: form or check character. */
export function creditCodeObjection(value: string): Objection | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return objection('creditCode')
  const expected = creditCodeCheckDigit(value.slice(0, 17))
  return value[17] === expected ? undefined : objection('creditCodeDigit', { expected })
}
