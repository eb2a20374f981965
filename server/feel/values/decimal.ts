const PRECISION = 34
// As in Java: an exponent beyond this is no number any more.
const MAX_SCALE = 999_999_999
// As in DMN: more zeros than a decimal of 34 digits can stand for are never written out.
const MAX_PADDING = 6176

/** How a decimal is cut to fewer digits; the names are those of FEEL's round functions. */
export type Rounding = 'up' | 'down' | 'half up' | 'half down' | 'half even' | 'floor' | 'ceiling'

/**
 * A decimal number of at most 34 significant digits with its scale: 1.50 is 150 at scale 2.
 * The scale is part of the value's text (`string(1.0)` is "1.0"), never of its comparison.
 */
export class Decimal {
  readonly coefficient: bigint
  readonly scale: number

  constructor(coefficient: bigint, scale: number) {
    this.coefficient = coefficient
    this.scale = scale
  }

  /** Reads `-12.50`, `.5`, `1e3`; undefined for any other text. */
  static parse(text: string): Decimal | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text)
    if (!match) return undefined
    const [, sign, whole = '', fraction = '', exponent = '0'] = match
    if (whole === '' && fraction === '') return undefined
    const digits = BigInt(whole + fraction)
    return new Decimal(sign === '-' ? -digits : digits, fraction.length - Number(exponent)).rounded()
  }

  /** The decimal a finite double is written as: 0.1 is 0.1, not its binary expansion. */
  static from(value: number): Decimal {
    if (Number.isSafeInteger(value)) return new Decimal(BigInt(value), 0)
    return Decimal.parse(String(value)) ?? new Decimal(0n, 0)
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.coefficient > 0n ? 1 : this.coefficient < 0n ? -1 : 0
  }

  plus(other: Decimal): Decimal {
    if (other.coefficient === 0n && other.scale <= this.scale) return this.rounded()
    if (this.coefficient === 0n && this.scale <= other.scale) return other.rounded()
    // Too far apart to touch each other's 34 digits; aligning them could need millions of digits.
    if (this.magnitude() - other.magnitude() > 2 * PRECISION) return this.rounded()
    if (other.magnitude() - this.magnitude() > 2 * PRECISION) return other.rounded()
    const scale = Math.max(this.scale, other.scale)
    return new Decimal(this.at(scale) + other.at(scale), scale).rounded()
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated())
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.coefficient * other.coefficient, this.scale + other.scale).rounded()
  }

  /** The divisor must not be zero. An exact quotient has no more trailing zeros than its operands ask for. */
  dividedBy(divisor: Decimal): Decimal {
    const preferred = this.scale - divisor.scale
    const shift = Math.max(0, PRECISION + 3 + digitsOf(divisor.coefficient) - digitsOf(this.coefficient))
    const dividend = this.coefficient * 10n ** BigInt(shift)
    const quotient = dividend / divisor.coefficient
    if (dividend % divisor.coefficient === 0n)
      return new Decimal(quotient, preferred + shift).rounded().stripped(preferred)
    // A digit that is not zero stands for the endless rest, so that no half is taken for exact.
    const negative = dividend < 0n !== divisor.coefficient < 0n
    return new Decimal(quotient * 10n + (negative ? -1n : 1n), preferred + shift + 1).rounded()
  }

  /** The remainder with the sign of the divisor, which must not be zero. */
  modulo(divisor: Decimal): Decimal {
    return this.minus(divisor.times(this.dividedBy(divisor).withScale(0, 'floor')))
  }

  /** A whole power; zero to a negative power is the caller's to refuse. */
  power(exponent: number): Decimal {
    let result = new Decimal(1n, 0)
    let base: Decimal = this
    for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = result.times(base)
      if (rest > 1) base = base.times(base)
    }
    return exponent < 0 ? new Decimal(1n, 0).dividedBy(result) : result
  }

  negated(): Decimal {
    return new Decimal(-this.coefficient, this.scale)
  }

  /** Exactly `scale` digits after the point. */
  withScale(scale: number, rounding: Rounding): Decimal {
    if (scale - this.scale > MAX_PADDING) return this
    if (scale >= this.scale) return new Decimal(this.at(scale), scale)
    const dropped = this.scale - scale
    // Far beyond the last digit only the sign is left to decide.
    if (dropped > digitsOf(this.coefficient) + 1) {
      return new Decimal(cut(BigInt(this.sign), 100n, rounding), scale)
    }
    return new Decimal(cut(this.coefficient, 10n ** BigInt(dropped), rounding), scale)
  }

  compare(other: Decimal): number {
    if (this.sign !== other.sign) return this.sign - other.sign
    if (this.sign === 0) return 0
    const magnitudes = this.magnitude() - other.magnitude()
    if (magnitudes !== 0) return magnitudes * this.sign
    const scale = Math.max(this.scale, other.scale)
    const difference = this.at(scale) - other.at(scale)
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  }

  isInteger(): boolean {
    return this.scale <= 0 || this.compare(this.withScale(0, 'down')) === 0
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(`${this.coefficient}e${-this.scale}`)
  }

  toString(): string {
    const digits = (this.coefficient < 0n ? -this.coefficient : this.coefficient).toString()
    const sign = this.coefficient < 0n ? '-' : ''
    const exponent = digits.length - 1 - this.scale
    if (this.scale === 0) return sign + digits
    if (this.scale < 0 || exponent < -6) {
      const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits
      return `${sign}${mantissa}E${exponent < 0 ? '' : '+'}${exponent}`
    }
    const padded = digits.padStart(this.scale + 1, '0')
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`
  }

  private rounded(): Decimal {
    if (Math.abs(this.scale) > MAX_SCALE) throw new RangeError('a number is too large or too small')
    const surplus = digitsOf(this.coefficient) - PRECISION
    if (surplus <= 0) return this
    return new Decimal(cut(this.coefficient, 10n ** BigInt(surplus), 'half even'), this.scale - surplus).rounded()
  }

  private stripped(preferred: number): Decimal {
    let { coefficient, scale } = this
    while (scale > preferred && coefficient % 10n === 0n) {
      coefficient /= 10n
      scale -= 1
    }
    return new Decimal(coefficient, scale)
  }

  private magnitude(): number {
    return digitsOf(this.coefficient) - this.scale
  }

  private at(scale: number): bigint {
    return scale === this.scale ? this.coefficient : this.coefficient * 10n ** BigInt(scale - this.scale)
  }
}

const SMALL = 10n ** 15n

function digitsOf(value: bigint): number {
  const size = value < 0n ? -value : value
  return size < SMALL ? String(Number(size)).length : size.toString().length
}

function cut(value: bigint, unit: bigint, rounding: Rounding): bigint {
  const whole = value / unit
  const rest = value % unit
  if (rest === 0n) return whole
  const away = value < 0n ? whole - 1n : whole + 1n
  const twice = (rest < 0n ? -rest : rest) * 2n
  switch (rounding) {
    case 'down':
      return whole
    case 'up':
      return away
    case 'floor':
      return value < 0n ? away : whole
    case 'ceiling':
      return value < 0n ? whole : away
    case 'half up':
      return twice >= unit ? away : whole
    case 'half down':
      return twice > unit ? away : whole
    case 'half even':
      return twice > unit || (twice === unit && whole % 2n !== 0n) ? away : whole
  }
}
