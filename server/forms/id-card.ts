import { type Objection, objection } from './objections.ts'
import { isCalendarDate, officeDate } from './office-time.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** The last digit an identity number must end with (GB 11643-1999, ISO 7064 MOD 11-2), from its first 17 digits. */
export function idCardCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checkDigits[sum % 11] ?? ''
}

/** What is wrong with an 18-digit identity number (GB 11643-1999), if anything: form, date of birth, check digit. */
export function idCardObjection(value: string, now: number): Objection | undefined {
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return objection('idCard')
  const born = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isCalendarDate(born) || born > officeDate(now)) return objection('idCardBirth', { born })
  const expected = idCardCheckDigit(value.slice(0, 17))
  return value[17] === expected ? undefined : objection('idCardDigit', { expected })
}
