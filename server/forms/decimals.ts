interface Decimal {
  readonly digits: bigint
  readonly places: number
}

/** How many decimal places a number is written with, in its shortest form. */
export const decimalPlaces = (value: number): number => readDecimal(value).places

/** Says whether a number is a whole multiple of a step, counted in decimals, not in binary fractions. */
export function isMultipleOf(value: number, step: number): boolean {
  const left = readDecimal(value)
  const right = readDecimal(step)
  const places = Math.max(left.places, right.places)
  const scaled = ({ digits, places: own }: Decimal): bigint => digits * 10n ** BigInt(places - own)
  return scaled(right) !== 0n && scaled(left) % scaled(right) === 0n
}

function readDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 }
}
